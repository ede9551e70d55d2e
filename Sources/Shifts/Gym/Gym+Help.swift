extension Gym {
    /// Every request with an example, for `{"do":"help"}`.
    static let help = [
        "load":
            #"{"do":"load","pack":"first-shift","seed":7,"language":"zh","scenarios":["P02"]} · {"do":"load","storeFile":"shop.json","profile":"taobao"} · {"do":"load","store":{…}}"#,
        "dump": #"{"do":"dump"} · {"do":"dump","to":"shop.json"}"#,
        "act": #"{"do":"act","as":"agent:me","at":"+5s","command":{"take":{"conversation":"c1"}}}"#,
        "advance": #"{"do":"advance","to":"next"} · {"do":"advance","by":"30s"}"#,
        "state":
            #"{"do":"state"} · {"do":"state","of":"order","name":"…"} · {"do":"state","of":"dues"}"#,
        "quote":
            #"{"do":"quote","customer":"liqian","lines":[{"variant":"dress-L","quantity":2}],"coupons":["off30"],"region":"上海"}"#,
        "events": #"{"do":"events","after":12,"limit":100}"#,
        "score": #"{"do":"score"}"#,
        "grade":
            #"{"do":"grade","procedure":["greet","query","inform"],"actions":["greet","inform"]}"#,
        "read": #"{"do":"read","text":"明天中午前给您答复","conversation":"c1"}"#,
        "help": #"{"do":"help"}"#,
        "quit": #"{"do":"quit"}"#,
    ]
}
