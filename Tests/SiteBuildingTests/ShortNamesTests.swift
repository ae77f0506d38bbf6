import Testing

@testable import SiteBuilding

@Suite struct ShortNamesTests {
  @Test(arguments: [
    ("const long=1;let other=long+long;f(other);", "let a=1;let b=a+a;f(b);"),
    ("function twice(number){return number*2;}\ntwice(twice(1));", "function a(b){return b*2;}\na(a(1));"),
    // Keys, properties, methods, and what is taken apart by name
    ("const width=2,height={width};height.width;", "let width=2,height={width};height.width;"),
    ("const {name,other:mine}=found;const text=name;", "let {name,other:mine}=found;let a=name;"),
    ("class Box{open(lid){lid();}}\nconst open=new Box();", "class a{open(b){b();}}\nlet open=new a();"),
    // What the browser calls so
    ("const shown=document.title;alert(shown);", "let a=document.title;alert(a);"),
    // Texts and expressions
    ("const word='word';/word/.test(word);", "let a='word';/word/.test(a);"),
    ("const half=(size)=>(size)/2/half;", "let a=(b)=>(b)/2/a;"),
    ("const each=[...list].map((item,place)=>[item,place]);", "let c=[...list].map((a,b)=>[a,b]);"),
    ("for(const [page,level] of pages)level(page);", "for(let [b,a] of pages)a(b);"),
    ("try{run();}catch(error){throw error;}", "try{run();}catch(a){throw a;}"),
    ("if(ready){go();}\nlet ready=0;// ready", "if(a){go();}\nlet a=0;// ready"),
    // No name that a script has already, and none that means something
    ("const long=a+b;", "let c=a+b;"),
    // What only a parser could tell
    ("const long={}\n/long/.test(long)", "const long={}\n/long/.test(long)"),
    ("const long=`long`;", "const long=`long`;"),
    ("const long=(1;", "const long=(1;"),
  ])
  func shortensWhatOnlyAuthorsRead(script: String, expected: String) {
    #expect(String(decoding: ShortNames.shorten(Array(script.utf8)), as: UTF8.self) == expected)
  }

  @Test func shortensOnlyWhatNothingOutsideKnows() {
    let plain = "const long = 1;"
    #expect(CompactScript.compact(Array(plain.utf8)) == Array("const long=1;".utf8))
    let joined = "(function () {\n\"use strict\";\n\(plain)\n})();\n"
    #expect(String(decoding: CompactScript.compact(Array(joined.utf8)), as: UTF8.self).contains("let a=1;"))
  }

  @Test func givesEveryNameAnotherOne() {
    let names = (0..<1500).map { "name\($0)" }
    let script = names.map { "const \($0)=0;" }.joined()
    let short = String(decoding: ShortNames.shorten(Array(script.utf8)), as: UTF8.self)
      .split(separator: ";").map { $0.dropFirst(4).prefix { $0 != "=" } }
    #expect(Set(short).count == names.count && short.allSatisfy { $0.utf8.count < 3 })
    #expect(Set(short).isDisjoint(with: ["do", "if", "in", "of"]))
  }
}
