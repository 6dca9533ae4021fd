exports.handler = async (event) => {
  const known = /^[0-9a-f]{32}$/.test(event.headers["x-session"] || "");
  return { statusCode: 200, body: JSON.stringify({ status: known ? "allow" : "deny" }) };
};
