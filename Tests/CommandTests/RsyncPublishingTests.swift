import FileSystem
import Foundation
import Testing

/// A site brought elsewhere by rsync: to a folder, to a daemon, and through SSH.
@Suite struct RsyncPublishingTests: PublishingSuite {
  enum Way: CaseIterable { case folder, daemon, ssh }

  let program: Program

  init() throws { program = try Self.newSite() }

  @Test(arguments: Way.allCases) func publishesByRsync(way: Way) throws {
    try Folder.create(folder + "/srv")
    let port = Int.random(in: 20_000..<60_000)
    let destination =
      switch way {
      case .folder: "srv/llm"
      case .daemon: try startDaemon(port: port)
      case .ssh: try startSSH(port: port)
      }
    defer { if way != .folder { _ = try? shell("kill $(cat pid)") } }
    let environment = way == .ssh ? ["RSYNC_RSH": "ssh -F \(folder)/ssh_config"] : [:]
    func publish(_ arguments: String...) throws -> Program.Result {
      try run(arguments + ["--no-cards"], environment: environment)
    }
    try configure("server: {rsync: \"\(destination)\"}")
    let dry = try publish("--dry-run")
    #expect(dry.status == 0 && dry.output.contains("added    zh/index.html\n") && !program.workspace.exists("srv/llm"), "\(dry.errors)")
    #expect(try publish().status == 0)
    #expect(try program.workspace.snapshot("srv/llm") == program.workspace.snapshot(".ciyuan/publish/server"))
    #expect(try publish().errors.contains("nothing has changed"))
    try program.workspace.write("mine", to: "srv/llm/zh/mine.txt")
    try edit()
    #expect(try publish("--verbose").errors.contains("added    zh/terms/new-word/index.html"))
    try File.remove(folder + "/Content/terms/new-word.zh.md")
    #expect(try publish("--verbose").errors.contains("removed  zh/terms/new-word/index.html"))
    #expect(!program.workspace.exists("srv/llm/zh/terms/new-word/index.html") && program.workspace.exists("srv/llm/zh/mine.txt"))
    try program.workspace.write("theirs", to: "srv/llm/zh/terms/new-word/index.html")
    try edit()
    #expect(try publish().errors.contains("zh/terms/new-word/index.html at \(destination) was not written by ciyuan"))
    #expect(try program.workspace.snapshot("srv/llm")["zh/terms/new-word/index.html"] == Array("theirs".utf8))
    try File.remove(folder + "/srv/llm/.ciyuan-site/manifest")
    #expect(try publish().errors.contains("was not published by ciyuan (it holds 404.html)"))
  }

  /// An rsync daemon of our own on the loopback.
  private func startDaemon(port: Int) throws -> String {
    try program.workspace.write(
      """
      port = \(port)
      address = 127.0.0.1
      use chroot = no
      uid = \(getuid())
      gid = \(getgid())
      pid file = \(folder)/pid
      [www]
      path = \(folder)/srv
      read only = no

      """, to: "rsyncd.conf")
    try start("rsync", "--daemon", "--config=rsyncd.conf")
    return "rsync://127.0.0.1:\(port)/www/llm"
  }

  /// An SSH server of our own on the loopback, which knows one key and is known by its own.
  private func startSSH(port: Int) throws -> String {
    try shell("ssh-keygen -q -t ed25519 -N '' -f host && ssh-keygen -q -t ed25519 -N '' -f key && cp key.pub authorized")
    // Where it is started by root, it asks for an empty folder of the system's.
    try shell("echo \"site $(cut -d' ' -f1,2 host.pub)\" > known && if [ $(id -u) = 0 ]; then mkdir -p /run/sshd; fi")
    try program.workspace.write(
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder)/host
      AuthorizedKeysFile \(folder)/authorized
      PidFile \(folder)/pid
      UsePAM no
      StrictModes no
      PermitRootLogin prohibit-password
      PasswordAuthentication no

      """, to: "sshd_config")
    try program.workspace.write(
      """
      Host site
        HostName 127.0.0.1
        Port \(port)
        HostKeyAlias site
        IdentityFile \(folder)/key
        IdentitiesOnly yes
        UserKnownHostsFile \(folder)/known
        StrictHostKeyChecking yes
        BatchMode yes

      """, to: "ssh_config")
    try start("/usr/sbin/sshd", "-f", "\(folder)/sshd_config", "-E", "\(folder)/sshd.log")
    return "site:\(folder)/srv/llm"
  }

  /// Foundation waits for who inherits its files: a daemon must not.
  private func start(_ command: String...) throws {
    let list = command.map { "\"\($0)\"" }.joined(separator: ", ")
    try shell(
      """
      python3 -c 'import subprocess; subprocess.run([\(list)], check=True)'
      for i in $(seq 50); do test -s pid && exit; sleep 0.1; done; exit 1
      """)
  }
}
