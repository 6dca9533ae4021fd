package contents

import "sync"

// Plugin returns the shape of the content of plugins of a type, nil where it is not known.
func Plugin(typeName string) *Shape { return plugins()[typeName] }

// plugins has a shape for each type of plugin. What a document lists as mandatory is required, and what its description limits is
// limited. The keys, their types and what is mandatory are from the pages apig-api-NAMEContent of the API reference
// (https://support.huaweicloud.com/intl/en-us/api-apig/apig-api-NAMEContent.html), where NAME stands beside each type; what is from
// elsewhere says so. What the examples and acceptance tests of the provider write fits all of them, which a test holds.
var plugins = sync.OnceValue(func() map[string]*Shape {
	return map[string]*Shape{
		"cors": object(keys{ // CorsPlugin
			"allow_origin":      text().required(),
			"allow_methods":     text(),
			"allow_headers":     text(),
			"expose_headers":    text(),
			"max_age":           whole(0, 86400).unsure(), // an example of the same reference has 172800
			"allow_credentials": flag(),
		}),
		"set_resp_headers": object(keys{ // SetRespHeaders
			"response_headers": list(10, object(keys{ // user guide, HTTP response header management: at most 10
				"name":       text().own(), // the same page; what becomes of one is not said
				"value":      text().most(255),
				"value_type": text("custom_value", "system_parameter"),
				"action":     text("append", "override", "delete", "skip", "add").folded(),
			})),
		}),
		"rate_limit":   rateLimit(),
		"breaker":      breaker(),
		"third_auth":   thirdAuth(),
		"kafka_log":    kafkaLog(),
		"proxy_cache":  proxyCache(),
		"proxy_mirror": proxyMirror(),
		"oidc_auth": object(keys{ // OIDCAuth, of which the end is not known
			"client_id":               text().required(),
			"client_secret":           text().required(),
			"discovery":               text().required(),
			"redirect_api_id":         text().required(),
			"scope":                   text(),
			"logout_api_id":           text(),
			"access_token_expires_in": whole(0, 0),
			"jwt_cache_enabled":       flag(),
			"jwks_enabled":            flag(),
		}).open(),
		"jwt_auth": object(keys{ // JWTAuth, of which the end is not known
			"jwks_service":               object(nil),
			"jwks":                       text(),
			"token_location":             text("header", "query", "cookie"),
			"token_name":                 text().given("token_location", "cookie"),
			"token_prefix":               text(),
			"token_expiration_tolerance": anything(),
		}).open(),
	}
})

// parameters are what rules compare. The console writes keys of its own beside these.
func parameters() *Shape {
	return list(0, object(keys{"type": text(), "name": text(), "value": text()}).open())
}

func timeUnit() *Shape { return text("second", "minute", "hour", "day") }

// rateLimit is RateLimit. 0 is none in the examples of the reference, although it asks for positive numbers.
func rateLimit() *Shape {
	return object(keys{
		"scope":             text("basic", "share"),
		"default_time_unit": timeUnit(),
		"default_interval":  whole(1, maxInt),
		"api_limit":         whole(-1, maxInt).required(),
		"app_limit":         whole(0, maxInt),
		"user_limit":        whole(0, maxInt),
		"ip_limit":          whole(0, maxInt),
		"algorithm":         text("counter", "haht", "local"),
		"specials": list(0, object(keys{
			"type":     text("app", "user"),
			"policies": list(0, object(keys{"key": text(), "limit": whole(0, maxInt)}).open()),
		}).open()),
		"parameters": parameters(),
		"rules": list(100, object(keys{ // user guide, request throttling 2.0: at most 100
			"rule_name":   text(),
			"match_regex": text(),
			"time_unit":   timeUnit(),
			"interval":    whole(1, maxInt),
			"limit":       whole(0, maxInt),
		}).open()),
	})
}

func breakerCondition() *Shape {
	return object(keys{
		"breaker_type":         text("timeout", "condition").required(),
		"breaker_mode":         text("counter", "percentage"),
		"unhealthy_condition":  text(),
		"unhealthy_threshold":  whole(0, 0).given("breaker_mode", "counter"),
		"min_call_threshold":   whole(0, 0).given("breaker_mode", "percentage"),
		"unhealthy_percentage": whole(0, 0).given("breaker_mode", "percentage"),
		"time_window":          whole(0, 0).required(),
		"open_breaker_time":    whole(0, 0),
	})
}

// breaker is Breaker. The names of the types of a downgrade differ between the documents.
func breaker() *Shape {
	downgrade := func() *Shape {
		info := func() *Shape { return object(nil) }
		return object(keys{
			"type": text(), "passthrough_infos": anything(), "func_info": info(), "mock_info": info(), "http_info": info(), "http_vpc_info": info(),
		}).open()
	}
	return object(keys{
		"scope":                text("basic", "share"),
		"breaker_condition":    breakerCondition().required(),
		"downgrade_default":    downgrade(),
		"downgrade_parameters": parameters(),
		"downgrade_rules": list(0, object(keys{
			"rule_name":         text().required(),
			"match_regex":       text().required(),
			"breaker_condition": breakerCondition(),
			"downgrade_backend": downgrade(),
			"parameters":        list(0, anything()), // objects in the reference, names in all examples
		}).open()),
	})
}

func thirdAuth() *Shape {
	names := func() *Shape { return list(10, object(keys{"name": text()}).open()) } // user guide, third-party authorizer: at most 10
	return object(keys{
		"auth_request": object(keys{
			"method":              text("GET", "POST", "PUT", "HEAD").required(), // user guide, third-party authorizer
			"protocol":            text("HTTP", "HTTPS").required(),
			"url_domain":          text().most(255).given("vpc_channel_enabled", "false"),
			"timeout":             whole(1, 60000).unsure(), // the user guide: up to the gateway's backend timeout
			"path":                text().required(),
			"vpc_channel_enabled": anything(), // a bool, and 2 in an example of the reference
			"vpc_channel_info":    object(keys{"vpc_id": text(), "vpc_proxy_host": text()}),
		}),
		"identities":               object(keys{"headers": names(), "queries": names(), "query": names()}),
		"carry_body":               object(keys{"enabled": flag(), "max_body_size": whole(0, 0)}),
		"carry_path_enabled":       flag(),
		"return_resp_body_enabled": flag(),
		"carry_resp_header":        list(10, text()), // the reference
		"carry_resp_headers":       list(10, text()), // all examples
		"simple_auth_mode_enabled": flag(),
		"match_auth":               object(keys{"key": text(), "value": text()}).open(),
		"rule_enabled":             flag(),
		"rule_type":                text("allow", "deny").given("rule_enabled", "true"),
		"parameters":               parameters(),
		"rules":                    list(100, object(keys{"rule_name": text(), "match_regex": text()}).open()),
		"custom_forbid_limit":      whole(0, 0),
		"auth_downgrade_enabled":   flag(),
	})
}

func kafkaLog() *Shape {
	return object(keys{
		"broker_list":     list(0, text()).required(),
		"topic":           text().required(),
		"key":             text(),
		"max_retry_count": whole(0, 5),
		"retry_backoff":   whole(1, 10),
		"sasl_config": object(keys{
			"security_protocol": text("PLAINTEXT", "SASL_PLAINTEXT", "SASL_SSL"),
			"sasl_mechanisms":   text(),
			"sasl_username":     text().given("security_protocol", "SASL_PLAINTEXT", "SASL_SSL"),
			"sasl_password":     text().given("security_protocol", "SASL_PLAINTEXT", "SASL_SSL"),
			"ssl_ca_content":    text().given("security_protocol", "SASL_SSL").unsure(), // an example of the provider leaves it empty
		}),
		"meta_config": object(keys{"system": object(nil), "call_data": object(nil)}),
	})
}

func proxyCache() *Shape {
	names := func(most int) *Shape { return list(most, text()) }
	return object(keys{
		"cache_key":                 object(keys{"system_params": names(0), "parameters": names(0), "headers": names(0)}),
		"cache_http_status_and_ttl": list(0, object(keys{"http_status": list(0, whole(0, 0)), "ttl": whole(0, 0)})),
		"client_cache_control":      object(keys{"mode": text("off", "all", "apps"), "datas": names(0)}),
		"cacheable_headers":         list(20, text().own()),
	})
}

// proxyMirror is ProxyMirror; the range of the sample is from the user guide, traffic mirroring.
func proxyMirror() *Shape {
	return object(keys{
		"protocol":                    text().required(),
		"host":                        text().most(255).required(),
		"path":                        text().most(512),
		"path_concat_mode":            text("replace", "prefix"),
		"sample_ratio":                &Shape{Kind: Number, Low: 0.00001, High: 1},
		"timeout":                     whole(0, 0),
		"mirror_request_body_enabled": flag(),
	})
}
