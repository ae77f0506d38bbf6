/// Values under names. Looking one up is a walk over a few integers: records of pages are small.
public struct TemplateRecord: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  struct Field: Sendable, Hashable {
    let name: TemplateName
    let value: TemplateValue
  }

  /// In the order given; no name occurs twice.
  private(set) var fields: [Field] = []

  /// - Precondition: no name occurs twice.
  public init(_ fields: some Collection<(TemplateName, TemplateValue)>) {
    self.fields.reserveCapacity(fields.count)
    for (name, value) in fields {
      precondition(self[name] == nil, "\(name) occurs twice in a record")
      self.fields.append(Field(name: name, value: value))
    }
  }

  public init(dictionaryLiteral fields: (TemplateName, TemplateValue)...) { self.init(fields) }

  /// The value under a name; `nil` takes the name away. O(fields).
  public subscript(name: TemplateName) -> TemplateValue? {
    get {
      for field in fields where field.name == name { return field.value }
      return nil
    }
    set {
      fields.removeAll { $0.name == name }
      if let newValue { fields.append(Field(name: name, value: newValue)) }
    }
  }
}
