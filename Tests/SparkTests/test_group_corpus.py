"""Runs the example for Apache Spark in local mode. CIYUAN names the program."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

EXAMPLE = pathlib.Path(__file__).parents[2] / "Examples/spark/group_corpus.py"
CIYUAN = os.path.abspath(os.environ["CIYUAN"])


def pages():
    """Forty pages in two languages and two formats: every concept is asked about on several of them; one line is no page."""
    concepts = ["梯度累积", "知识蒸馏", "投机解码", "位置编码", "词表扩充"]
    phrasings = ["什么是{}？", "{}是什么？", "请介绍一下{}", "{}有哪些优点？"]
    for number in range(40):
        phrasing = phrasings[number // len(concepts) % len(phrasings)]
        questions = []
        for step in (0, 1):
            concept = concepts[(number + step) % len(concepts)]
            answer = f"第 {number} 页说，{concept}是训练和推理里常见的一种做法，它的细节在第 {number + step} 节。"
            questions.append((phrasing.format(concept), answer))
        if number % 2:
            html = "".join(f"<h2>{title}</h2><p>{answer}</p>" for title, answer in questions)
            yield {"path": f"{number:02}.html", "html": f"<article>{html}</article>"}
        else:
            text = "".join(f"{place}. {title}\n{answer}\n" for place, (title, answer) in enumerate(questions, 1))
            yield {"path": f"{number:02}.txt", "text": text}
    yield {"path": "empty"}


class GroupCorpusTest(unittest.TestCase):
    def test_groups_as_one_process_does(self):
        with tempfile.TemporaryDirectory() as folder:
            corpus = os.path.join(folder, "pages.jsonl")
            with open(corpus, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(page, ensure_ascii=False) + "\n" for page in pages())
            answers = os.path.join(folder, "answers.jsonl")
            with open(corpus, "rb") as source, open(answers, "wb") as target:
                status = subprocess.run([CIYUAN, "normalize", "-"], stdin=source, stdout=target).returncode
            self.assertEqual(status, 1)
            one = subprocess.run(
                [CIYUAN, "duplicates", "--format", "json", "--items", answers], capture_output=True, encoding="utf-8")

            output = os.path.join(folder, "answers")
            spark = subprocess.run(
                [sys.executable, EXAMPLE, "--partitions", "5", CIYUAN, corpus, output], capture_output=True, encoding="utf-8")
            self.assertEqual(spark.returncode, 1, spark.stderr)
            self.assertGreater(sum(name.startswith("part-") for name in os.listdir(output)), 1)
            self.assertEqual(spark.stdout, one.stdout)
            groups = json.loads(one.stdout)["groups"]
            self.assertEqual(len(groups), 10)
            self.assertTrue(all(len(group["members"]) > 1 for group in groups))


if __name__ == "__main__":
    unittest.main()
