import Foundation
import LocalProtocol
import TestKit
import Testing

/// A day of an office in fast motion: real daemons, and all that goes wrong on a network.
///
/// A short day runs with the other tests; `Tools/hardship office-day` has twenty computers and a file
/// of a gibibyte.
@Suite(.serialized)
struct OfficeDayTests {
    @Test("after a hard day all computers hold the same, and nothing acknowledged is lost")
    func day() throws {
        let shape = OfficeDay.Shape(ProcessInfo.processInfo.environment)
        guard let day = try OfficeDay(shape) else { return }
        defer { day.office.close() }
        try day.morning()
        try day.arrivals()
        try day.cutCables()
        try day.partition()
        try day.mutedMulticast()
        try day.twoSubnets()
        try day.responderRestarts()
        try day.carryStick()
        try day.carryFile()
        let seconds = try day.evening()
        let asked = day.acknowledged.count
        #expect(try day.missing() == [])
        #expect(day.interruptions >= (shape.isLong ? 4 : 1))
        print(
            "office day: seed \(shape.seed), \(shape.hosts) computers, \(asked) questions,",
            "\(day.faults) faults, a file of \(shape.mebibytes) MiB interrupted",
            "\(day.interruptions) times; equal \(seconds) s after the last fault")
    }
}
