extension Shop {
    /// A name that nothing in the table has, not even what was loaded with the store:
    /// `fresh("t", in: tickets)` → `t4` where three are there and none is called so.
    func fresh<Key: Identifier, Value>(_ prefix: String, in table: Table<Key, Value>) -> Key {
        var number = table.count + 1
        while table[Key("\(prefix)\(number)")] != nil { number += 1 }
        return Key("\(prefix)\(number)")
    }
}
