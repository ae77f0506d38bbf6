import ContentModel
import MarkdownTree

/// A list of pages to read in order: what stands below one heading of a page with `layout: path`.
struct LearningPath: Sendable, Hashable {
  /// The page that holds the path, and the heading's place in it.
  let page: DocumentID
  let anchor: String?
  let title: String
  let steps: [DocumentID]

  /// The paths of a page, in order.
  static func all(of body: RenderedBody) -> [LearningPath] {
    var paths: [LearningPath] = []
    for step in body.steps {
      if let last = paths.last, last.anchor == step.heading?.id {
        paths[paths.count - 1] = LearningPath(page: last.page, anchor: last.anchor, title: last.title, steps: last.steps + [step.target])
      } else {
        paths.append(
          LearningPath(
            page: body.document.id, anchor: step.heading?.id, title: step.heading?.text ?? body.document.title, steps: [step.target]))
      }
    }
    return paths
  }

  /// Where each page stands in the paths of a language: the path, and the page's index among its steps.
  static func places(_ paths: [LearningPath]) -> [DocumentID: [Place]] {
    var places: [DocumentID: [Place]] = [:]
    for path in paths {
      for (index, id) in path.steps.enumerated() where path.steps.firstIndex(of: id) == index {
        places[id, default: []].append(Place(path: path, index: index))
      }
    }
    return places
  }

  struct Place: Sendable, Hashable {
    let path: LearningPath
    let index: Int
  }
}
