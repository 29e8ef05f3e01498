internal import CSodium

/// Runs libsodium's initialisation exactly once; `false` if the computer offers no randomness.
///
/// Everything in this room calls it where it must, so a program calls it only to refuse to start.
@discardableResult
public func sodiumReady() -> Bool { isSodiumInitialised }

private let isSodiumInitialised = sodium_init() >= 0
