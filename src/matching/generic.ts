/**
 * What every need and every offer says, whatever it is about. Such a word counts little however rare it is in a small
 * collection, where rarity alone would not know. Written for this project.
 */
const chinese = `技术 关键技术 核心技术 新技术 高新技术 技术开发 技术改造 技术研究 技术应用 研发 研制 研究 开发 研究开发 研发项目 项目 课题 产业化 产业 应用 推广 示范 系统 方法
工艺 生产 制造 制备 制作 设备 装置 装备 产品 设计 优化 提升 提高 改进 改造 升级 创新 集成 关键 核心 新型 高效 高性能 高端 先进 绿色 智能 智能化 自动 自动化 综合 利用 综合利用 平台 建设 服务
解决 问题 需求 内容 目标 指标 预期 达到 实现 要求 满足 具有 采用 进行 存在 公司 企业 我司 我公司 合作 对接 寻求 急需 希望 需要 相关 主要 目前 现有 国内 国际 领先 水平 领域 方面 方案 工程 成套 成果
性能 质量 效率 成本 功能 结构 材料 过程 条件 基础 能力 能够 以及 及其 种 型 型号 系列 规模 规模化 工业 工业化 专用 用于 基于 作为 适用 使用 转化 成套设备 加工 处理 控制 检测 分析 模型 模式 体系 机理 评价
集成技术 配套 机械 设施 原料 组合 组成 特性 效果 影响 作用 因素 变化 数据 信息 管理 专利 团队 人才 单位 机构 院校 高校 专家 资金 投资 万元 经济 社会 效益 市场 销售 年产 生产线`;

const english = `technology technologies technical key core new novel advanced high efficient research development develop developing study project product production
manufacturing manufacture system systems method methods process processing equipment device application applications solution solutions improve improved improvement based use using
company enterprise need needs require required requirement performance quality cost efficiency design platform service services industrial industry integrated smart intelligent
automatic model structure provide seeking looking partner cooperation`;

const words: ReadonlySet<string> = new Set(`${chinese} ${english}`.split(/\s+/));

/** How much of its weight a word keeps: generic words say that something is sought, not what. */
export function specificity(word: string): number {
  return words.has(word) ? 0.25 : 1;
}
