internal import ArgumentParser
internal import Foundation

/// The program that measures what Hearth costs, beside references in the same run.
@main
struct HearthBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearth-bench",
        abstract: "Measure speed and cost beside references in the same run.",
        discussion: """
            Judge by ratios: absolute numbers depend on the machine. `Tools/bench` builds \
            everything, runs this and describes each method.

            BENCHMARKS
            \(HearthBench.all.map { "  \($0.names.joined(separator: ", ")): \($0.summary)" }
                .joined(separator: "\n"))
            """)

    /// All benchmarks, in the order of the table.
    static let all: [any Benchmark] = [
        WriteBenchmark(), TransferBenchmark(), DaemonTransferBenchmark(),
        EqualReplicasBenchmark(), MembershipBenchmark(), SearchBenchmark(), TextBenchmark(),
        FileBenchmark(), PropagationBenchmark(), AppearBenchmark(), IdleBenchmark(),
        MemoryBenchmark(),
    ]

    @Option(help: "Only this benchmark; may be given several times.")
    var only: [String] = []
    @Option(help: "Posts of the large benchmarks.")
    var posts: Int?
    @Option(help: "Seconds for which idle nodes are watched.")
    var seconds: Int?
    @Flag(help: "Small numbers everywhere: a look, not a result.")
    var quick = false
    @Option(help: "Where the findings go as JSON.")
    var json = "bench.json"
    @Option(help: "The folder of hearthd and hearth; that of this program when absent.")
    var programs: String?
    @Option(help: "The script of the network of several hosts.")
    var lab = "Tools/lan-lab/lan-lab"
    @Option(help: "A Python that can import zeroconf, loro and pycrdt: the references.")
    var python: String?
    @Option(help: "The folder of the editing traces.")
    var traces = "../shared/traces"
    @Option(help: "The script of the references of `text`.")
    var textScript = "Tools/bench.d/text.py"
    @Option(help: .hidden)
    var openText: String?
    @Option(help: "Where files of the run may lie, on the disk whose speed counts.")
    var folder = ".build/bench"

    func validate() throws {
        let known = Set(HearthBench.all.flatMap(\.names))
        for name in only where !known.contains(name) {
            throw ValidationError(
                "\"\(name)\" is no benchmark; there are \(known.sorted().joined(separator: ", ")).")
        }
        guard (posts ?? 500) >= 500 else { throw ValidationError("At least 500 posts.") }
        guard (seconds ?? 1) >= 1 else { throw ValidationError("At least one second.") }
    }

    func run() async throws {
        if let openText {
            print(try TextBenchmark.openText(openText))
            return
        }
        let posts = posts ?? (quick ? 10_000 : 100_000)
        let surroundings = Surroundings(
            posts: posts - posts % 500, isQuick: quick, seconds: seconds ?? (quick ? 10 : 60),
            programs: programs.map { URL(fileURLWithPath: $0) } ?? HearthBench.ownFolder,
            labScript: URL(fileURLWithPath: lab), python: python,
            traces: URL(fileURLWithPath: traces),
            textScript: URL(fileURLWithPath: textScript),
            folder: URL(fileURLWithPath: folder))
        var report = Report(posts: surroundings.posts, isQuick: quick)
        print(Report.heading)
        for benchmark in HearthBench.all where isChosen(benchmark) {
            do {
                for finding in try await benchmark.run(in: surroundings) {
                    report.findings.append(finding)
                    print(Report.line(finding))
                }
            } catch {
                let name = benchmark.names.joined(separator: ", ")
                report.skipped.append(
                    Report.Omission(
                        name: name, reason: "\(error)", isFailure: !(error is Skipped)))
                print("\(name): \(error is Skipped ? "skipped" : "FAILED"): \(error)")
            }
            fflush(nil)
        }
        try report.write(to: json)
        if report.skipped.contains(where: \.isFailure) { throw ExitCode(1) }
    }

    private func isChosen(_ benchmark: any Benchmark) -> Bool {
        only.isEmpty || only.contains { benchmark.names.contains($0) }
    }

    private static var ownFolder: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
    }
}
