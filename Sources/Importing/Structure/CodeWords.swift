/// Words by which lines of programs, commands and configuration are known.
enum CodeWords {
  static func set(_ words: String) -> Set<[UInt8]> { Set(words.split(separator: " ").map { Array($0.utf8) }) }

  /// Programs whose names are no English words.
  static let commands = set(
    """
    kubectl docker docker-compose pip pip3 npm npx yarn pnpm git sudo apt apt-get yum dnf brew curl wget ssh scp rsync systemctl \
    journalctl netstat lsof awk sed grep egrep zgrep tar unzip chmod chown mkdir redis-cli redis-server mysqldump psql mongosh sqlite3 \
    mvn gradle cargo rustc rustup javac python3 conda helm terraform ansible ansible-playbook gcc g++ clang cmake jstack jmap jps jstat \
    jcmd jinfo nohup openssl iptables tcpdump strace nvidia-smi ollama huggingface-cli vllm torchrun deepspeed xargs ss df du ps ls cd ip \
    crontab uptime vmstat iostat nslookup dig traceroute etcdctl supervisorctl uvicorn gunicorn django-admin pytest rm cp mv minikube \
    kubeadm poetry uv virtualenv nvm nc telnet ufw useradd usermod passwd mkfs lsblk ifconfig hdfs spark-submit beeline sbatch tmux
    """)

  /// Programs whose names are words too: a flag, a path or a pipe must follow.
  static let ambiguousCommands = set(
    """
    go node python java make cat find head tail top kill sort source service time watch which who nginx mysql echo export flask celery \
    ping free screen touch test history date wc tee sh bash zsh dotnet swift ruby php perl accelerate ng vue hadoop hive less more ln
    """)

  /// Second words after which a program's name is the subject of a sentence.
  static let sentenceWords = set(
    "is are was and or can has have uses use the a an of in to with for vs versus does do will would should that which as on provides")

  /// A line that begins with one of these and a bracket, brace or colon at its end is a statement.
  static let statements = set(
    """
    if for while switch catch elif else try except finally with match loop unsafe impl trait struct enum interface namespace module \
    foreach do select case default unless until begin class def func fn function type abstract sealed record object mod union template
    """)

  /// Declarations and directives that nothing but a program has, before a name.
  static let declarations = set(
    """
    const let var val public private protected static final async await export import from package using extern typedef def func fn \
    function class struct enum interface impl trait pub use defer go return throw throws raise yield lambda print println echo \
    int long float double bool boolean char void string auto byte short unsigned new delete del assert global nonlocal
    """)

  static let sqlStarts = set("select insert update delete create alter drop explain truncate grant revoke replace")
  static let sqlParts = set(
    """
    from where group order limit having join left right inner outer cross full on and or set values union begin commit rollback \
    primary foreign unique key index constraint partition engine offset returning with case when then else end as into not
    """)

  static let dockerfile = set("FROM RUN COPY ADD WORKDIR CMD ENTRYPOINT EXPOSE ENV ARG VOLUME USER LABEL HEALTHCHECK")

  /// Words that stand alone on a line of code.
  static let alone = set(
    "else try end fi done esac then do pass break continue return finally begin default EOF commit rollback BEGIN COMMIT ROLLBACK else: try: finally: return; break; continue; begin; commit; rollback; BEGIN; COMMIT; ROLLBACK; END;"
  )
}
