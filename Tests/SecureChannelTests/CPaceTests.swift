import Keys
import TestKit
import Testing
import Wire

@testable import SecureChannel

@Suite("CPace with ristretto255 and SHA-512")
struct CPaceTests {
    private let password = Bytes("Password".utf8)
    private let scalarA = "da3d23700a9e5699258aef94dc060dfda5ebb61f02a5ea77fad53f4ff0976d08"
    private let scalarB = "d2316b454718c35362d83d69df6320f38578ed5984651435e2949762d900b80d"

    private func run(channel: Bytes) throws -> (CPace, CPace) {
        let session = try bytes("7e4b4791d6a8ef019b936c79fb7f2c57")
        return (
            try CPace(
                password: password, channel: channel, session: session,
                associated: Bytes("ADa".utf8), scalar: SecretBytes(copying: bytes(scalarA))),
            try CPace(
                password: password, channel: channel, session: session,
                associated: Bytes("ADb".utf8), scalar: SecretBytes(copying: bytes(scalarB)))
        )
    }

    @Test("the draft's vectors, step by step")
    func draft() throws {
        let channel = Bytes("oc\u{0b}B_responder\u{0b}A_initiator".utf8)
        let session = try bytes("7e4b4791d6a8ef019b936c79fb7f2c57")
        let text = CPace.generatorText(password: password, channel: channel, session: session)
        #expect(text.count == 172)
        #expect(
            SHA512.digest(text).hex
                == "c63a5750e2439c17ccd8213be14fde2f87e1bc637001a97f5929c77b30ea0e08"
                + "afbc75ace5d3d73b2842a79d01488c5fd7ea30d475ee609545af1bfd1ff77c8e")
        #expect(
            CPace.generator(password: password, channel: channel, session: session).hex
                == "a6fc82c3b8968fbb2e06fee81ca858586dea50d248f0c7ca6a18b0902a30b36b")
        let (a, b) = try run(channel: channel)
        #expect(
            a.message.share.hex
                == "d40fb265a7abeaee7939d91a585fe59f7053f982c296ec413c624c669308f87a")
        #expect(
            b.message.share.hex
                == "08bcf6e9777a9c313a3db6daa510f2d398403319c2341bd506a92e672eb7e307")
        let key =
            "4c5469a16b2364c4b944ebc1a79e51d1674ad47db26e8718154f59faebfaa52d"
            + "8346f30aa58377117eb20d527f2cbc5c76381f7fd372e89df8239f87f2e02ed1"
        #expect(Hex.encode(try a.key(with: b.message, isInitiator: true).exposedCopy()) == key)
        #expect(Hex.encode(try b.key(with: a.message, isInitiator: false).exposedCopy()) == key)
    }

    @Test("the second set of the draft's numbers")
    func secondSet() throws {
        let channel = try bytes("0b415f696e69746961746f720b425f726573706f6e646572")
        let (a, b) = try run(channel: channel)
        #expect(
            a.message.share.hex
                == "d6bac480f2c386c394efc7c47adb9925dcd2630b64f240c50f8d0eec482b9157")
        let key =
            "b69effbf61b51d56401c0f65601abe428de8206feaaf0e32198896dcae7b35cd"
            + "2b38950a39dfd5d4a79164614c2984f7daa460b588c1e80c3fa2068af7900447"
        #expect(Hex.encode(try a.key(with: b.message, isInitiator: true).exposedCopy()) == key)
        #expect(Hex.encode(try b.key(with: a.message, isInitiator: false).exposedCopy()) == key)
    }

    @Test("lengths, concatenation and transcript of the draft's appendix")
    func strings() throws {
        #expect(CPace.prefixed([]) == [0])
        #expect(Hex.encode(CPace.prefixed(Bytes("1234".utf8))) == "0431323334")
        #expect(CPace.prefixed(Bytes(0..<127)) == [0x7f] + Bytes(0..<127))
        #expect(CPace.prefixed(Bytes(0..<128)) == [0x80, 0x01] + Bytes(0..<128))
        let parts = ["1234", "5", "", "678"].map { Bytes($0.utf8) }
        #expect(Hex.encode(CPace.concatenation(parts)) == "043132333401350003363738")
    }

    @Test("the draft's scalar multiplication and its two invalid shares")
    func shares() throws {
        let scalar = SecretBytes(
            copying: try bytes("7cd0e075fa7955ba52c02759a6c90dbbfc10e6d40aea8d283e407d88cf538a05"))
        let product = try Ristretto255.multiply(
            scalar,
            bytes32("2c3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c"))
        #expect(
            Hex.encode(product.exposedCopy())
                == "7c13645fe790a468f62c39beb7388e541d8405d1ade69d1778c5fe3e7f6b600e")
        let (a, _) = try run(channel: [])
        for share in [
            "2b3c6b8c4f3800e7aef6864025b4ed79bd599117e427c41bd47d93d654b4a51c",
            "0000000000000000000000000000000000000000000000000000000000000000",
        ] {
            let message = CPace.Message(share: try bytes32(share), associated: [])
            #expect(throws: ChannelError.self) { try a.key(with: message, isInitiator: true) }
        }
    }

    @Test("another password, channel, session or associated data gives another key")
    func separation() {
        forAll(cases: 10, "only equal inputs give equal keys") { generator in
            let scalars = (
                Ristretto255.scalar(using: &generator), Ristretto255.scalar(using: &generator)
            )
            func key(_ inputs: [String], heard: String? = nil) throws -> SecretBytes {
                let mine = try CPace(
                    password: Bytes(inputs[0].utf8), channel: Bytes(inputs[1].utf8),
                    session: Bytes(inputs[2].utf8), associated: Bytes(inputs[3].utf8),
                    scalar: scalars.0)
                let theirs = try CPace(
                    password: Bytes("p".utf8), channel: Bytes("c".utf8), session: Bytes("s".utf8),
                    associated: Bytes("b".utf8), scalar: scalars.1)
                return try mine.key(
                    with: CPace.Message(
                        share: theirs.message.share, associated: Bytes((heard ?? "b").utf8)),
                    isInitiator: true)
            }
            let right = try key(["p", "c", "s", "a"])
            return try right == key(["p", "c", "s", "a"])
                && right != key(["q", "c", "s", "a"]) && right != key(["p", "d", "s", "a"])
                && right != key(["p", "c", "t", "a"]) && right != key(["p", "c", "s", "x"])
                && right != key(["p", "c", "s", "a"], heard: "y")
        }
    }
}
