// Package schema says what an API gateway is: the kinds of things that Terraform declares for one, how they refer to
// each other, and what follows from that.
//
// [Load] answers a [Config]: linked, immutable, and free of guesses. A field is a [Value], a [List], a [Ref] or a
// [Nested], and each of them keeps absent, unknown and known apart. Questions that rules share are methods: does this
// security group admit a port, which environments is this API published to, which hosts lead to this group, what limits this
// API. They answer with a [Verdict], and what is not certain is [Unsure].
package schema
