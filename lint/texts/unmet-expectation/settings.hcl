expect "customers can order" {
  call    = "POST https://shop.example.com/orders"
  from    = "internet"
  outcome = "arrives"
}
