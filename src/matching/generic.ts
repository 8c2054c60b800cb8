/**
 * What every need and every offer says, whatever it is about. Such a word counts little however rare it is in a small
 * collection, where rarity alone would not know. Written for this project.
 */
const chinese = `技术 关键技术 核心技术 新技术 高新技术 技术开发 技术改造 技术研究 技术应用 研发 研制 研究 开发 研究开发 研发项目 项目 课题 产业化 产业 应用 推广 示范 系统 方法
工艺 生产 制造 制备 制作 设备 装置 装备 产品 设计 优化 提升 提高 改进 改造 升级 创新 集成 关键 核心 新型 高效 高性能 高端 先进 绿色 智能 智能化 自动 自动化 综合 利用 综合利用 平台 建设 服务
解决 问题 需求 内容 目标 指标 预期 达到 实现 要求 满足 具有 采用 进行 存在 公司 企业 我司 我公司 合作 对接 寻求 急需 希望 需要 相关 主要 目前 现有 国内 国际 领先 水平 领域 方面 方案 工程 成套 成果
性能 质量 效率 成本 功能 结构 材料 过程 条件 基础 能力 能够 以及 及其 种 型 型号 系列 规模 规模化 工业 工业化 专用 用于 基于 作为 适用 使用 转化 成套设备 加工 处理 控制 检测 分析 模型 模式 体系 机理 评价
集成技术 配套 机械 设施 原料 组合 组成 特性 效果 影响 作用 因素 变化 数据 信息 管理 专利 团队 人才 单位 机构 院校 高校 专家 资金 投资 万元 经济 社会 效益 市场 销售 年产 生产线
通过 工作 同时 一种 完成 已经 降低 建立 试验 投入 针对 有效 提供 国家 技术难题 拥有 发展 由于 重要 方式 开展 经验 运行 减少 形成 产生 行业 中心 资源 情况 稳定 有限公司 快速 难题 自主 大量 重点 结合 实施 专业 状态 提出 增加 操作 标准 时间 科技 得到 取得 传统 进一步 程度 保证 方向 遇到 生产工艺 目的 复杂 较大 完善 连续 造成 发生 成为 丰富 具备 材质
发明专利 运用 工程技术 现状 样机 优良 良好 生产成本 导致 阶段 优质 获得 引进 合理 解决方案 匹配 新工艺 工艺技术 制作方法 开发技术 面向 辅助 参数 用途 优势 品质 效应 规律 原理 理论 中试 工程化 工业生产 工业化生产 国产 国产化 便于 可靠 可靠性 特点 增效 提质 改善 验证 规范化 标准化 系列产品 系列化 功能性 多功能 新型 特种 专用设备 关键设备 技术装备 介绍 所得 制品 成分 制造技术`;

const english = `technology technologies technical key core new novel advanced high efficient research development develop developing study project product production
manufacturing manufacture system systems method methods process processing equipment device application applications solution solutions improve improved improvement based use using
company enterprise need needs require required requirement performance quality cost efficiency design platform service services industrial industry integrated smart intelligent
automatic model structure provide seeking looking partner cooperation`;

const words: ReadonlySet<string> = new Set(`${chinese} ${english}`.split(/\s+/));

/** How much of its weight a word keeps: generic words say that something is sought, not what. */
export function specificity(word: string): number {
  return isSpecific(word) ? 1 : 0.25;
}

export function isSpecific(word: string): boolean {
  return !words.has(word);
}

const common: ReadonlySet<string> = new Set(
  '机器械技术开发研制造备系统方法装置设生产工艺品应用新型高低大小效性能料材化结构项目自动智控处理加提升改进质量式体物种类部件合作成果关键多可有无分本基数内外方面上下中度程序管人员级业务市场',
);

/** Does the character stand in the names of whatever machine, method or product? A small collection would not know. */
export function isCommonCharacter(key: string): boolean {
  return common.has(key);
}

/** Of what is measured, not what it is about: two texts that both say "hours" have nothing in common. */
const measures: ReadonlySet<string> = new Set(
  `小时 分钟 毫米 厘米 微米 纳米 公斤 千克 万次 一次 两次 多次 每次 每天 每年 每月 平均 以内 以上 以下 左右 至少 最多 不超过 不低于 大于 小于
  nm mm cm km kg mg ml kpa mpa gpa khz mhz ghz kw mw kwh ppm rpm hour hours minute minutes day days year years month months average per within least most`.split(
    /\s+/,
  ),
);

/** Whether a reader who is shown it as what two texts share learns what they share. */
export function isTelling(word: string): boolean {
  return isSpecific(word) && !measures.has(word);
}
