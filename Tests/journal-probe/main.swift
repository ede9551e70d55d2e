import Engine
import Foundation
import Storage

// A small process for the tests to kill, starve and lock out: see `Probe`.
do {
    try Probe(arguments: Array(CommandLine.arguments.dropFirst())).run()
} catch let fault as StorageFault {
    print("fault \(fault)")
    exit(1)
}
