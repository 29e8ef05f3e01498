// swift-tools-version: 6.2

import PackageDescription

// The targets stand in the order in which a post travels from the network to the screen;
// `Protocol/README.md` and the README's tour follow the same order. Arrows only point up.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let protobuf = Target.Dependency.product(name: "SwiftProtobuf", package: "swift-protobuf")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(
    name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(
    name: "UnixSignals", package: "swift-service-lifecycle")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let hummingbird = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let arguments = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")
// What Linux has in the place of macOS's responder.
let avahi = Target.Dependency.target(name: "CAvahi", condition: .when(platforms: [.linux]))

func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
    name: "hearth",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "hearthd", targets: ["hearthd"]),
        .executable(name: "hearth", targets: ["hearth"]),
        .executable(name: "hearth-vectors", targets: ["hearth-vectors"]),
        .executable(name: "hearth-bench", targets: ["hearth-bench"]),
        .executable(name: "hearth-simulate", targets: ["hearth-simulate"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .systemLibrary(
            name: "CDNSSD", pkgConfig: "avahi-compat-libdns_sd",
            providers: [.apt(["libavahi-compat-libdnssd-dev"])]),
        .systemLibrary(name: "CResolv"),
        .systemLibrary(name: "CAvahi", providers: [.apt(["libavahi-compat-libdnssd-dev"])]),
        .systemLibrary(
            name: "CQRencode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        room("Languages"),
        room("Phrasebook", ["Languages"], exclude: ["hearth.pot", "he.po"]),
        room("Wire", [protobuf]),
        room("Keys", ["Wire", "CSodium"]),
        room("Discovery", ["Wire", "CDNSSD", "CResolv", avahi]),
        room("Transport", ["Wire", "Languages", nioCore, nioPosix]),
        room("SecureChannel", ["Keys", "Wire"]),
        room("Ledger", ["Keys", "Wire"]),
        room("Sync", ["Ledger", "Wire"]),
        room("Merge"),
        room("Community", ["Merge", "Ledger", "Keys", "Wire", "Languages"]),
        room("Storage", ["Community", "Merge", "Ledger", "Keys", "Wire", grdb]),
        room("Engine", ["Sync", "SecureChannel", "Ledger", "Keys", "Wire"]),
        room("LocalProtocol", ["Languages"]),
        room(
            "Daemon",
            [
                "Engine", "Storage", "Transport", "Discovery", "Community", "Merge", "Ledger",
                "Sync", "SecureChannel", "Keys", "Wire", "LocalProtocol", "Languages", logging,
                lifecycle, toml,
            ]),
        room("Web", ["LocalProtocol", "Languages"]),
        room(
            "LocalAPI",
            [
                "Web", "LocalProtocol", "Languages", hummingbird, httpTypes, nioCore, nioPosix,
                logging,
                lifecycle,
            ]),
        room("Archives", ["CZlib", "Languages"]),
        room("QRCodes", ["CQRencode"]),

        program(
            "hearthd",
            [
                "Daemon", "LocalAPI", "Web", "LocalProtocol", "Languages", "Phrasebook", logging,
                lifecycle, signals, arguments,
            ]),
        program(
            "hearth",
            [
                "LocalProtocol", "Languages", "Phrasebook", "Archives", "QRCodes", arguments,
                nioCore, nioPosix, nioHTTP,
            ]),
        program(
            "hearth-vectors",
            ["Sync", "SecureChannel", "Community", "Merge", "Ledger", "Keys", "Wire"]),
        program(
            "hearth-bench",
            [
                "Daemon", "Storage", "Engine", "Sync", "SecureChannel", "Community", "Merge",
                "Ledger", "Keys", "Wire", "LocalProtocol", "CSodium", grdb, arguments,
            ]),
        program("hearth-simulate", ["Simulation", "TestKit", arguments]),

        library("TestKit"),
        library("Histories", ["TestKit", "Community", "Ledger", "Keys", "Wire"]),
        library(
            "Simulation",
            ["TestKit", "Engine", "Sync", "SecureChannel", "Ledger", "Keys", "Wire"]),
        tests("WireTests", ["Wire", "TestKit"]),
        tests("KeysTests", ["Keys", "Wire", "TestKit"]),
        tests("DiscoveryTests", ["Discovery", "Wire", "TestKit", avahi]),
        tests("TransportTests", ["Transport", "Wire", "TestKit"]),
        tests("SecureChannelTests", ["SecureChannel", "Keys", "Wire", "TestKit"]),
        tests("LedgerTests", ["Ledger", "Keys", "Wire", "TestKit"]),
        tests("SyncTests", ["Sync", "Ledger", "Keys", "Wire", "TestKit"]),
        tests("MergeTests", ["Merge", "TestKit"]),
        tests(
            "CommunityTests",
            ["Community", "Merge", "Ledger", "Keys", "Wire", "TestKit", "Histories"]),
        tests(
            "StorageTests",
            [
                "Storage", "Community", "Merge", "Ledger", "Keys", "Wire", "TestKit", "Histories",
                grdb,
            ]),
        tests(
            "EngineTests",
            [
                "Engine", "Simulation", "Sync", "SecureChannel", "Ledger", "Keys", "Wire",
                "TestKit",
            ]),
        tests(
            "SimulationTests",
            ["Simulation", "Engine", "Sync", "Ledger", "Keys", "Wire", "TestKit"]),
        tests(
            "DaemonTests",
            [
                "Daemon", "Engine", "Storage", "Transport", "Community", "Ledger", "Keys", "Wire",
                "LocalProtocol", "Languages", "Phrasebook", "TestKit", logging,
            ]),
        tests("WebTests", ["Web", "LocalProtocol", "Languages", "Phrasebook", "TestKit"]),
        tests(
            "LocalAPITests",
            [
                "LocalAPI", "Web", "LocalProtocol", "Languages", "Phrasebook", "TestKit", nioCore,
                nioPosix, nioHTTP, lifecycle, logging,
            ]),
        tests("LanguagesTests", ["Languages"]),
        tests("PhrasebookTests", ["Phrasebook", "Languages"]),
        tests("ArchivesTests", ["Archives", "TestKit"]),
        tests("QRCodesTests", ["QRCodes"]),
        tests("TidyTests", ["TestKit"]),
        tests("EndToEnd", ["LocalProtocol", "TestKit"]),
    ]
)
