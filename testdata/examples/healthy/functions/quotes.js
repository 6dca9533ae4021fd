exports.handler = async (event) => {
  const { items = [] } = JSON.parse(Buffer.from(event.body, "base64").toString());
  const total = items.reduce((sum, item) => sum + item.price * item.quantity, 0);
  return { statusCode: 200, headers: { "Content-Type": "application/json" }, body: JSON.stringify({ total }) };
};
