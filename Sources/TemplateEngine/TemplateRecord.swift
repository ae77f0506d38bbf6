/// Values under names. Looking one up is a walk over a few integers: records of pages are small.
public struct TemplateRecord: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  struct Field: Sendable, Hashable {
    let name: TemplateName
    let value: TemplateValue
  }

  /// In the order given; no name occurs twice.
  private(set) var fields: [Field] = []

  /// - Precondition: no name occurs twice; held to in debug builds.
  public init(_ fields: some Collection<(TemplateName, TemplateValue)>) {
    self.fields.reserveCapacity(fields.count)
    for (name, value) in fields { append(name, value) }
  }

  public init(dictionaryLiteral fields: (TemplateName, TemplateValue)...) { self.init(fields) }

  /// The value under a name; `nil` takes the name away. O(fields).
  public subscript(name: TemplateName) -> TemplateValue? {
    get { place(of: name).map { fields[$0].value } }
    set {
      if let place = place(of: name) { fields.remove(at: place) }
      if let newValue { append(name, newValue) }
    }
  }

  /// Adds the fields of another record. O(its fields).
  ///
  /// - Precondition: none of its names is there yet; held to in debug builds.
  public mutating func append(_ other: TemplateRecord) {
    assert(other.fields.allSatisfy { place(of: $0.name) == nil }, "a name occurs twice in a record")
    fields += other.fields
  }

  private mutating func append(_ name: TemplateName, _ value: TemplateValue) {
    assert(place(of: name) == nil, "\(name) occurs twice in a record")
    fields.append(Field(name: name, value: value))
  }

  /// Through a pointer: reading a field would count a reference to its value.
  private func place(of name: TemplateName) -> Int? {
    fields.withUnsafeBufferPointer { fields in
      for place in 0..<fields.count where fields[place].name == name { return place }
      return nil
    }
  }
}
