variable "unknown" {}

locals {
  urn = huaweicloud_fgs_function.slow.urn
}

resource "huaweicloud_fgs_function" "slow" {
  timeout = 30
}

resource "huaweicloud_fgs_function" "quick" {
  timeout = 3
}

resource "huaweicloud_fgs_function" "unknown" {
  timeout = var.unknown
}

resource "huaweicloud_apig_api" "slow" {
  func_graph {
    function_urn = local.urn
    timeout      = 29999 # want `29999` `huaweicloud_apig_api.slow waits 29999 ms for huaweicloud_fgs_function.slow, which may run for 30 s: slower calls get APIG.0201` help `raise the timeout of huaweicloud_apig_api.slow to at least 30000 ms, or lower that of huaweicloud_fgs_function.slow`
  }
}

# The default of 5000 ms.
resource "huaweicloud_apig_api" "default" {
  func_graph { # want `func_graph` `waits 5000 ms for huaweicloud_fgs_function.slow`
    function_urn = huaweicloud_fgs_function.slow.id
  }
  func_graph_policy {
    function_urn = huaweicloud_fgs_function.slow.urn
    timeout      = 10000 # want `10000` `waits 10000 ms for huaweicloud_fgs_function.slow`
  }
}

# Silent: it waits long enough.
resource "huaweicloud_apig_api" "patient" {
  func_graph {
    function_urn = huaweicloud_fgs_function.slow.urn
    timeout      = 30000
  }
}

resource "huaweicloud_apig_api" "quick" {
  func_graph {
    function_urn = huaweicloud_fgs_function.quick.urn
  }
}

# Silent: it does not wait, or may not.
resource "huaweicloud_apig_api" "async" {
  func_graph {
    function_urn    = huaweicloud_fgs_function.slow.urn
    invocation_type = "async"
  }
  func_graph_policy {
    function_urn    = huaweicloud_fgs_function.slow.urn
    invocation_mode = "async"
    invocation_type = "sync"
  }
  func_graph_policy {
    function_urn    = huaweicloud_fgs_function.slow.urn
    invocation_type = var.unknown
  }
}

# Silent: nobody knows the function, or one of the two timeouts.
resource "huaweicloud_apig_api" "unknown" {
  func_graph {
    function_urn = var.unknown
  }
  func_graph_policy {
    function_urn = huaweicloud_fgs_function.unknown.urn
  }
  func_graph_policy {
    function_urn = huaweicloud_fgs_function.slow.urn
    timeout      = var.unknown
  }
  func_graph_policy {
    function_urn = "urn:fss:cn-north-4:0f8a:function:default:orders"
  }
}
