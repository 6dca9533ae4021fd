mandatory = ["unbound-policy"]
