public import ContentModel

/// Where a preview finds its files.
public enum PreviewContent: Sendable {
  /// A site in memory.
  case files([OutputFile])
  /// A site on the disk. Hidden files are not served, and links that lead out of the folder not followed.
  case folder(String)
}
