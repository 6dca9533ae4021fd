secret = "YW5vdGhlciBzZWNyZXQ"
