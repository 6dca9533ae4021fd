expect "customers read their orders" {
  call    = "GET https://shop.example.com/orders"
  from    = "internet"
  outcome = "arrives"
  strict  = true
}
