// Package schema is the model of an API gateway: the kinds of objects that Terraform declares for one, how they refer to
// each other, and what follows from that.
//
// [Load] returns a [Config], linked and immutable. The fields of its objects are a [Value], [List], [Ref], [Refs] or
// [Nested], which keep absent, unknown and known apart. Questions that rules share are methods: whether a security group
// admits a port, where an API is published, which domains lead to a group, what limits an API. They return a [Verdict],
// which is [Unsure] where nothing is certain, or a [Set], whose members are all only for those who ask.
package schema
