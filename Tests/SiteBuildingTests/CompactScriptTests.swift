import Testing

@testable import SiteBuilding

@Suite struct CompactScriptTests {
  @Test(arguments: [
    ("// all\n  let a = 1;\n\n\t// of it\nlet b = 2; // stays", "let a=1;let b=2;// stays\n"),
    ("/* one */\n/** two\n * lines */\nlet a = 1;", "let a=1;"),
    ("/* kept */ let a = 1;\nlet b = 'http://x';", "/* kept */ let a = 1;\nlet b='http://x';\n"),
    ("const a = `\n  // text\n`;", "const a = `\n  // text\n`;"),
    ("a = b\n  /* c */", "a=b\n"),
    ("f({\n  a,\n  b\n}) // {\nc = d", "f({a,b\n})// {\nc=d\n"),
    ("f = (a) => { return a + 'b  =  c' ; }", "f=(a)=>{return a+'b  =  c';}\n"),
    ("x = a + +b - -c < !--d", "x=a+ +b- -c< !--d\n"),
    ("x = y.replace(/[ /\"] = \\/ /g, ' ') || typeof z", "x=y.replace(/[ /\"] = \\/ /g,' ')||typeof z\n"),
    ("if (a) / b/.test(c, d)", "if(a)/ b/.test(c, d)\n"),
    ("x = a / b / c[1] / d in e", "x=a/b/c[1]/d in e\n"),
    ("return / =/.test(a)", "return/ =/.test(a)\n"),
  ])
  func dropsWhatOnlyAuthorsRead(script: String, expected: String) {
    #expect(String(decoding: CompactScript.compact(Array(script.utf8)), as: UTF8.self) == expected)
  }
}
