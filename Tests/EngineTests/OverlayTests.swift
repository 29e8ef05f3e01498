import TestKit
import Testing
import Wire

@testable import Engine

/// Whom a node chooses as neighbours.
@Suite struct OverlayTests {
    /// What every device of a building chooses that sees all the others.
    private func graph(
        _ devices: [DeviceID], circles: [SpaceID: Set<DeviceID>] = [:]
    ) -> [Set<Int>] {
        devices.indices.map { own in
            let overlay = Overlay(
                visiblePlace: Overlay.place(of: "name\(own)"),
                devicePlace: Overlay.place(of: devices[own]), device: devices[own], neighbours: 4,
                limit: 12, search: nil)
            let others = devices.indices.filter { $0 != own }.map {
                Overlay.Candidate(
                    number: $0, place: Overlay.place(of: "name\($0)"), isVisible: true,
                    device: devices[$0])
            }
            return overlay.choose(others, circles: circles)
        }
    }

    private func devices(_ count: Int, using generator: inout SeededGenerator) -> [DeviceID] {
        (0..<count).compactMap { _ in DeviceID(generator.bytes(32)) }
    }

    /// Links count from both ends, as whoever is dialled accepts.
    private func both(_ graph: [Set<Int>]) -> [Set<Int>] {
        var links = graph
        for (one, chosen) in graph.enumerated() { for other in chosen { links[other].insert(one) } }
        return links
    }

    private func reach(from start: Int, _ links: [Set<Int>], only: Set<Int>) -> Set<Int> {
        var seen: Set<Int> = [start]
        var open = [start]
        while let next = open.popLast() {
            for other in links[next] where only.contains(other) && seen.insert(other).inserted {
                open.append(other)
            }
        }
        return seen
    }

    @Test func everybodyIsConnectedWithFewSessions() {
        forAll(cases: 5, "the graph is connected and thin") { generator in
            let count = Int.random(in: 14...200, using: &generator)
            let links = both(graph(devices(count, using: &generator)))
            let sessions = links.reduce(0) { $0 + $1.count }
            let everybody = Set(links.indices)
            return reach(from: 0, links, only: everybody) == everybody
                && sessions <= 8 * count && links.allSatisfy { $0.count <= 24 }
        }
    }

    /// Before anybody has noticed and chosen others.
    @Test func aThirdThatVanishesAtOnceCutsOffNextToNobody() {
        forAll(cases: 10, "nearly all of the rest are connected") { generator in
            let links = both(graph(devices(90, using: &generator)))
            let left = Set(links.indices.shuffled(using: &generator).prefix(60))
            guard let first = left.first else { return false }
            let reached = reach(from: first, links, only: left).count
            return reached >= 57 || left.contains { reach(from: $0, links, only: left).count >= 57 }
        }
    }

    @Test func whoComesOrGoesChangesLittle() {
        var generator = SeededGenerator(seed: 4)
        let all = devices(100, using: &generator)
        let before = graph(all)
        let after = graph(Array(all.dropLast()))
        let changed = after.indices.filter { after[$0] != before[$0] }
        // Only those who had chosen the one who left, and nobody chooses more than one other anew.
        #expect(changed.allSatisfy { before[$0].contains(99) })
        #expect(changed.allSatisfy { after[$0].subtracting(before[$0]).count <= 2 })
    }

    @Test func theMembersOfACircleAreConnectedAmongThemselves() throws {
        var generator = SeededGenerator(seed: 5)
        let all = devices(80, using: &generator)
        let space = try #require(SpaceID(generator.bytes(32)))
        for size in [2, 3, 5, 9] {
            let circle = Set((0..<size).map { $0 * 7 })
            let links = both(
                graph(all, circles: [space: Set(circle.map { all[$0] })]))
            #expect(reach(from: 0, links, only: circle) == circle, "\(size)")
        }
    }

    @Test func theDistanceIsTheSameFromBothEnds() {
        let (one, other) = (Overlay.place(of: "one"), Overlay.place(of: "other"))
        #expect(Overlay.distance(one, other) == Overlay.distance(other, one))
        #expect(Overlay.distance(one, other) != Overlay.distance(one, one))
    }
}
