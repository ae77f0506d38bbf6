import ContentModel
import Diagnostics
import Foundation

@testable import TermExchange

/// A site's corpus from the text of its files, by path below the content folder.
func corpus(_ files: [String: String]) -> Corpus {
  Corpus(
    files.compactMap { path, text in
      Document.decode(SourceFile(path: path, text: text), path: path, languages: [.chinese, .english]).0
    })
}

let languages: [LanguageTag] = [.chinese, .english]

func table(_ text: String) -> (terms: ImportedTerms, diagnostics: [Diagnostic]) {
  TermTable.read(SourceFile(path: "terms.csv", text: text), languages: languages)
}

func tbx(_ body: String) -> (terms: ImportedTerms, diagnostics: [Diagnostic]) {
  let text = """
    <?xml version="1.0" encoding="UTF-8"?>
    <tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
      <tbxHeader><fileDesc><sourceDesc><p>A termbase</p></sourceDesc></fileDesc></tbxHeader>
      <text><body>\(body)</body></text>
    </tbx>
    """
  return TBXReader.read(SourceFile(path: "terms.tbx", text: text), languages: languages)
}

extension TermImport {
  /// The texts after the import, by path.
  var texts: [String: String] { Dictionary(uniqueKeysWithValues: changes.map { ($0.path, $0.text) }) }
}

/// Content that every format must carry whole.
let awkward = corpus([
  "terms/lora.zh.md": """
  ---
  title: "低秩适配: \\"LoRA\\""
  admitted: ["=1+1", "a; b", "c\\\\d", "<b>&amp;"]
  deprecated: [低秩适应]
  aliases: [省显存的微调, "a; b"]
  abbreviation: LoRA
  full-form: Low-Rank Adaptation
  tags: [peft]
  broader: [fine-tuning]
  related: [questions/what-is-lora, fine-tuning]
  reference: https://example.org/?a=1&b=2
  year: 2021
  date: 2026-11-21
  ---

  定义一句话，含 $a<b$ 和 “引号”, commas。

  tags: 这不是键

  ## 说明

  - 一
  - 二
  """,
  "terms/lora.en.md": "---\ntitle: Low-rank adaptation\ndate: 2026-11-22\ntags: [peft]\nstatus: proposed\n---\n\n- a list first\n",
  "terms/fine-tuning.zh.md": "---\ntitle: 微调\ntranslation: [Fine-tuning, finetuning]\n---\n\n+ 号开头的列表\n",
  "terms/4-bit.en.md": "---\ntitle: 4-bit quantization\n---\n-1 begins this.\n",
])
