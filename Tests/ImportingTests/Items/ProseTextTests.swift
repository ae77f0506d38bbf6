import Testing

@testable import Importing

@Suite struct ProseTextTests {
  @Test(arguments: [
    ("一 种 方法", "一种方法"),
    ("虽然 二者一致 , 但是", "虽然二者一致，但是"),
    ("使用 LoRA 微调", "使用 LoRA 微调"),
    ("模型(LLM)很大,参数很多;训练慢!", "模型（LLM）很大，参数很多；训练慢！"),
    ("方法（A） : 说明", "方法（A）：说明"),
    ("GPT-1、 GPT-2、 GPT-3", "GPT-1、GPT-2、GPT-3"),
    ("加载&#xff0c;然后", "加载，然后"),
    ("a &amp;lt; b 时", "a < b 时"),
    ("比例为 3:1,时间 12:30", "比例为 3:1，时间 12:30"),
    ("什么是 Transformer?", "什么是 Transformer？"),
    ("What is it, really?", "What is it, really?"),
    ("调用 `f(a,b)`,返回", "调用 `f(a,b)`，返回"),
    ("公式 $f(x,y)$,其中", "公式 $f(x,y)$，其中"),
    ("见 https://a.example/x?y=1,z 处", "见 https://a.example/x?y=1,z 处"),
    ("[论文](https://a.example/(1,2)),参考", "[论文](https://a.example/(1,2))，参考"),
    ("f(x)=max(0,x)", "f(x)=max(0,x)"),
    ("用 synchronized,JVM 会锁消除", "用 synchronized，JVM 会锁消除"),
    ("同源策略(Same-Origin Policy,SOP)是约定", "同源策略（Same-Origin Policy，SOP）是约定"),
    ("经过 NAT;host 模式不经过", "经过 NAT；host 模式不经过"),
    ("调用 fit(data,label) 训练", "调用 fit(data,label) 训练"),
    ("变量 x,y 相等", "变量 x,y 相等"),
    ("用 用户ID 做键", "用 用户ID 做键"),
    ("ＬＬＭ１２", "LLM12"),
    (":smile: 也行，端口:80 也行", ":smile: 也行，端口：80 也行"),
    ("键 a:b: 也行", "键 a:b：也行"),
    ("零\u{200B}宽\u{FEFF}字", "零宽字"), ("\u{202E}反\u{2066}写\u{2069}\u{202C}", "反写"), ("`a\u{2067}b`", "`ab`"),
  ])
  func mendsProse(_ text: String, _ expected: String) {
    #expect(ProseText.clean(text) == expected)
  }

  @Test(arguments: [
    "一 种, 方法 (A) : x", "&amp;amp;lt;b>", "((模型)", "a,b,中,文", "“引 用” , 后", "** 粗体 **:说明", "`` ` `` ,中", "\\(模型\\),x", "$a$$b$,中(文",
    "中 ( LLM ) 文", "？ ！ , 。", "(中) (文) (en)", "[x](a b),中",
  ])
  func changesNothingTheSecondTime(_ text: String) {
    let once = ProseText.clean(text)
    #expect(ProseText.clean(once) == once)
  }
}
