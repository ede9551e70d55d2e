/// Erlang's formula for a queue in which everybody waits until they are answered (M/M/n).
///
/// By the recursion over the number of servers, never by factorials: it is exact to the last
/// digits for ten servers and for ten thousand.
struct ErlangC {
    /// The share of customers who find all servers busy.
    let waiting: Double
    private let servers: Double
    private let load: Double

    /// - Precondition: `load` is below `servers`, else there is no long run.
    init(load: Double, servers: Int) {
        precondition(load < Double(servers), "\(load) erlangs for \(servers) servers")
        let blocked = Self.blocked(load: load, servers: servers)
        self.load = load
        self.servers = Double(servers)
        waiting = self.servers * blocked / (self.servers - load * (1 - blocked))
    }

    /// Erlang B: the share turned away where nobody can wait.
    static func blocked(load: Double, servers: Int) -> Double {
        var blocked = 1.0
        for count in stride(from: 1, through: servers, by: 1) {
            blocked = load * blocked / (Double(count) + load * blocked)
        }
        return blocked
    }

    /// - Parameters: both in seconds.
    func figures(handling: Double, within: Double) -> QueueFigures {
        let spare = servers - load
        return QueueFigures(
            waiting: waiting,
            averageWait: waiting * handling / spare,
            serviceLevel: 1 - waiting * PlainMath.exp(-spare * within / handling),
            abandonment: 0,
            occupancy: load / servers)
    }
}
