// A generated bilingual corpus: sentences of made-up facts, so that characters meet in every way.
import { pick, random } from './support.mjs';

const SUBJECTS = '模型 大模型 语言模型 注意力 自注意力 编码器 自编码器 位置编码 词向量 分词器 优化器 学习率 批次 显存 缓存 梯度 权重 样本 语料 奖励'.split(' ');
const VERBS = '决定 影响 依赖 降低 提高 代替 量化 压缩 训练 微调 对齐 采样 并行 共享 更新 冻结 裁剪 缓解 评估 部署'.split(' ');
const OBJECTS = '长度外推 重复惩罚 幻觉 延迟 吞吐 精度 收敛 泛化 遗忘 上下文 提示词 检索 推理 思维链 蒸馏 剪枝 稀疏 混合专家 参数 知识'.split(' ');
const TAILS = '的时候 的作用 的方法 以后 之前 与 和 或者 因为 所以 但是 不过 例如 等 时 中 里'.split(' ');
const WORDS = 'attention transformer encoder decoder embedding gradient optimizer adapter quantization tokenizer inference latency throughput reward policy retrieval context prompt sampling layer'.split(' ');
const NAMES = ['LoRA', 'GPT-4', 'BERT', 'RLHF', 'KV cache', 'top-p', 'FP16', 'Llama 3', 'ＭＯＥ', 'naïve Bayes'];
const MARKS = ['，', '。', '、', ' ', '：', '\n', '', '', '（', '）', '“', '”'];

export function makeCorpus(count, seed = 1) {
  const next = random(seed);
  const chinese = () => pick(next, SUBJECTS) + pick(next, VERBS) + pick(next, OBJECTS) + (next() < 0.5 ? pick(next, TAILS) : '');
  const english = () => Array.from({ length: 3 + Math.floor(next() * 5) }, () => pick(next, WORDS)).join(' ');
  const text = (sentences) => Array.from({ length: sentences }, () => {
    const kind = next();
    const sentence = kind < 0.6 ? chinese() : kind < 0.8 ? english() + '. ' : chinese() + pick(next, NAMES) + chinese();
    return sentence + pick(next, MARKS);
  }).join('');
  const pages = Array.from({ length: count }, (_, number) => {
    const isChinese = next() < 0.6;
    const title = isChinese ? chinese() + '？' : english();
    return {
      path: `${isChinese ? 'zh' : 'en'}/questions/q${number}/`, language: isChinese ? 'zh' : 'en', kind: 'question', title,
      aliases: next() < 0.3 ? [chinese()] : [], tags: [pick(next, OBJECTS)],
      sections: Array.from({ length: 1 + Math.floor(next() * 4) }, (_, section) => ({
        anchor: section ? 's' + section : null, heading: section ? chinese() : '', text: text(2 + Math.floor(next() * 8)),
      })),
    };
  });
  return { pages, concepts: [] };
}
