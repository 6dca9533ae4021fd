package funcs_test

var cryptoRows = map[string][]row{
	"base64sha256": {
		{`base64sha256("")`, `"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="`},
		{`base64sha256("a")`, `"ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs="`},
		{`base64sha256("hello world")`, `"uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek="`},
	},
	"base64sha512": {
		{`base64sha512("")`, `"z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="`},
		{`base64sha512("a")`, `"H0D8ktokFpR1CXnubPWC8tXX0o4YM13gWrxU0FYOD1MChgxlK/CNVgJSql50IQVG82n7u86MEs/HlXsmUv6adQ=="`},
		{`base64sha512("hello world")`, `"MJ7MSJwS1utMxA9QyQLytNDtd+5RGnx6m808qG1M2G+YndNbxf9JlnDaNCVbRbDP2DDoH2Bdz33FVC6TrpzXbw=="`},
	},
	"bcrypt": {
		{`bcrypt("hello world")`, `unknown`},
		{`bcrypt("hello world", 10)`, `unknown`},
		{`bcrypt("a", 4, 5)`, `error`},
	},
	"filebase64sha256": {
		{`filebase64sha256("files/hello.txt")`, `"pZGm1Av0IEBKARczz7exkNYsZb8LzaMrV7J32a2fFG4="`},
		{`filebase64sha256("files/binary")`, `"s9UQ7wQnXKjmmOWzy7Ds45Se+SUvDNyDnp7jR0CaIgk="`},
		{`filebase64sha256("files/missing.txt")`, wantError},
	},
	"filebase64sha512": {
		{`filebase64sha512("files/hello.txt")`, `"LHT9F+2v2A6ER7DUZ0HuJDt+t03SFJoKsbkkb7MDgvJ+hT2FhXGeDmfL2g2qj1FnEGRhXWRa4nrLFb+xRH9Fmw=="`},
		{`filebase64sha512("files/binary")`, `"mMX1bz3jQGkME55Y632sERl58NTf/pxLJP+ElRD0tv+p/WCMCj3prDyf0hkPDvr3FTCQYUkPl1Wpv98cVMoNhA=="`},
		{`filebase64sha512("files/missing.txt")`, wantError},
	},
	"filemd5": {
		{`filemd5("files/hello.txt")`, `"b10a8db164e0754105b7a99be72e3fe5"`},
		{`filemd5("files/binary")`, `"f3b25701fe362ec84616a93a45ce9998"`},
		{`filemd5("files/missing.txt")`, wantError},
	},
	"filesha1": {
		{`filesha1("files/hello.txt")`, `"0a4d55a8d778e5022fab701977c5d840bbc486d0"`},
		{`filesha1("files/binary")`, `"d62636d8caec13f04e28442a0a6fa1afeb024bbb"`},
		{`filesha1("files/missing.txt")`, wantError},
	},
	"filesha256": {
		{`filesha256("files/hello.txt")`, `"a591a6d40bf420404a011733cfb7b190d62c65bf0bcda32b57b277d9ad9f146e"`},
		{`filesha256("files/binary")`, `"b3d510ef04275ca8e698e5b3cbb0ece3949ef9252f0cdc839e9ee347409a2209"`},
		{`filesha256("files/missing.txt")`, wantError},
	},
	"filesha512": {
		{`filesha512("files/hello.txt")`, `"2c74fd17edafd80e8447b0d46741ee243b7eb74dd2149a0ab1b9246fb30382f27e853d8585719e0e67cbda0daa8f51671064615d645ae27acb15bfb1447f459b"`},
		{`filesha512("files/binary")`, `"98c5f56f3de340690c139e58eb7dac111979f0d4dffe9c4b24ff849510f4b6ffa9fd608c0a3de9ac3c9fd2190f0efaf715309061490f9755a9bfdf1c54ca0d84"`},
		{`filesha512("files/missing.txt")`, wantError},
	},
	"md5": {
		{`md5("")`, `"d41d8cd98f00b204e9800998ecf8427e"`},
		{`md5("a")`, `"0cc175b9c0f1b6a831c399e269772661"`},
		{`md5("hello world")`, `"5eb63bbbe01eeed093cb22bb8f5acdc3"`},
	},
	"rsadecrypt": {
		{`rsadecrypt("a", "b")`, `unknown`},
		{`rsadecrypt("a")`, `error`},
		{`try(rsadecrypt("a", "b"), "c")`, `unknown`},
	},
	"sha1": {
		{`sha1("")`, `"da39a3ee5e6b4b0d3255bfef95601890afd80709"`},
		{`sha1("a")`, `"86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"`},
		{`sha1("hello world")`, `"2aae6c35c94fcfb415dbe95f408b9ce91ee846ed"`},
	},
	"sha256": {
		{`sha256("")`, `"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"`},
		{`sha256("a")`, `"ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"`},
		{`sha256("hello world")`, `"b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"`},
	},
	"sha512": {
		{`sha512("")`, `"cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"`},
		{`sha512("a")`, `"1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f5302860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75"`},
		{`sha512("hello world")`, `"309ecc489c12d6eb4cc40f50c902f2b4d0ed77ee511a7c7a9bcd3ca86d4cd86f989dd35bc5ff499670da34255b45b0cfd830e81f605dcf7dc5542e93ae9cd76f"`},
	},
	"uuid": {
		{`uuid()`, `unknown`},
		{`substr(uuid(), 0, 8)`, `unknown`},
		{`uuid(1)`, `error`},
	},
	"uuidv5": {
		{`uuidv5("dns", "www.terraform.io")`, `unknown`},
		{`uuidv5("dns")`, `error`},
		{`try(uuidv5("x", "a"), "c")`, `unknown`},
	},
}
