package contents

import "sync"

// Feature returns the shape of the configuration of a feature of gateways, nil where it is not known.
func Feature(name string) *Shape { return features()[name] }

// MB are the bytes of a megabyte, which limits are documented in.
const MB = 1 << 20

// features has a shape for each feature of gateways that the API reference has a configuration for (appendix "Supported features",
// https://support.huaweicloud.com/intl/en-us/api-apig/apig-api-20200402.html); what is from elsewhere says so. That a key is needed is
// nowhere said: without it the feature does nothing. What is not there is not judged, nor are features without a configuration.
var features = sync.OnceValue(func() map[string]*Shape {
	onOff := func() *Shape { return text("on", "off") }
	bare := func() *Shape { return &Shape{Kind: Bare, Choices: []string{"on", "off"}} } // the configuration is nothing else
	return map[string]*Shape{
		"ratelimit":         object(keys{"api_limits": whole(1, 1_000_000).needed()}),
		"backend_timeout":   object(keys{"max_timeout": whole(1, 600_000).needed()}),
		"request_body_size": whole(1*MB, 9536*MB).unsure(), // the range is in MB, the example in bytes
		"app_token": object(keys{
			"enable":                    onOff(),
			"app_token_expire_time":     whole(1, 72_000),
			"refresh_token_expire_time": whole(1, 72_000),
			"app_token_uri":             text(),
			"app_token_key":             text(),
		}),
		"app_api_key":         bare(),
		"app_basic":           bare(),
		"app_secret":          bare(),
		"app_route":           bare(),
		"policy_cookie_param": bare(),
		"vpc_name_modifiable": bare(),
		"app_jwt":             object(keys{"enable": onOff(), "auth_header": text()}),
		"public_key":          object(keys{"enable": onOff(), "public_key_uri_prefix": text()}),
		"backend_token_allow": object(keys{"backend_token_allow_users": list(0, text()).needed()}),
		"backend_client_certificate": object(keys{
			"enable": onOff(), "ca": text(), "content": text(), "key": text(),
		}),
		"ssl_ciphers": object(keys{"ssl_ciphers": filled(list(0, text(
			"ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256",
			"ECDHE-ECDSA-AES256-SHA384", "ECDHE-RSA-AES256-SHA384", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-RSA-AES128-SHA256",
		)))}), // "cannot be left blank"
		"real_ip_from_xff":             object(keys{"enable": onOff(), "xff_index": whole(-maxInt-1, maxInt)}),
		"real_ip_header_getter":        object(keys{"enable": onOff(), "header_getter": text()}),
		"default_group_host_trustlist": object(keys{"enable": onOff(), "hosts": list(0, text())}),
		"throttle_strategy":            object(keys{"enable": onOff(), "strategy": text("cluster", "local")}),
		"custom_log": object(keys{"custom_logs": list(10, object(keys{
			"location": text("header", "query", "cookie"), "name": text(),
		}))}),
		"lts": object(keys{"group_id": text(), "topic_id": text(), "log_group": text(), "log_stream": text()}),
		// User guide, "Configuring parameters", which does not show the whole configuration.
		"gzip":               object(keys{"comp_level": whole(1, 9).unsure()}).open(),
		"custom_auth_header": object(keys{"app_auth_header": text(), "backend_sign_header": text()}).open(),
	}
})
