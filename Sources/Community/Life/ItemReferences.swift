/// The fields of records whose bytes name another record or a community.
extension FieldRule {
    /// Whether sixteen bytes of the field are the id of a record, in whatever space.
    public var namesRecord: Bool {
        type == .bytes(16)
            && [
                "resolution", "same_as", "inspired_by", "problems", "builds_on", "about", "sources",
            ]
            .contains(name)
    }

    /// Whether the field's bytes are the space of a community.
    public var namesCommunity: Bool { type == .bytes(32) && name == "adopted" }

    /// Whether the field's number is a date.
    public var isDate: Bool { type == .integer(Schema.dates) }
}

extension RecordKind {
    /// The kinds whose records can name one of this kind, such as outcomes an experiment.
    public var related: [RecordKind] {
        Schema.life.filter { other in
            other.fields.contains { rule in
                if case .record(let kinds) = rule.type { kinds.contains(number) } else { false }
            }
        }
    }

    /// Whether records of the kind are part of another record and stand in no community by choice.
    public var isPart: Bool {
        fields.contains { rule in
            if case .record = rule.type { rule.isRequired } else { false }
        }
    }
}
