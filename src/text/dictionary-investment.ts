/**
 * Zones, places and the business of investment promotion: English words and the Chinese words to look for, weightiest first. Written for this project. One entry a line:
 * English forms parted by commas, then Chinese forms. A plural in -s is found by its singular.
 */
export const investmentWords = `
development zone: 开发区
economic and technological development zone,etdz,economic development zone: 经济技术开发区 经开区
economic and technological: 经济技术
high-tech zone,hi-tech zone,high tech zone,high-tech industrial development zone,hidz: 高新区 高新技术产业开发区
high-tech,high tech,hi-tech: 高新 高新技术 高科技
comprehensive bonded zone,integrated bonded zone,free trade area: 综合保税区 综保区
bonded zone,bonded area: 保税区 综合保税区
bonded logistics: 保税物流
bonded: 保税
free trade zone,ftz,pilot free trade zone: 自贸区 自由贸易试验区 保税区
free trade port: 自由贸易港 自贸港
export processing zone: 出口加工区
border economic cooperation zone: 边境经济合作区
cross-border cooperation zone: 跨境经济合作区
economic cooperation zone: 经济合作区
economic zone: 经济区 经济开发区
special economic zone: 经济特区
new area,new district: 新区
industrial park,industry park: 工业园 工业园区 产业园
science park,science and technology park,sci-tech park: 科技园
software park: 软件园
logistics park: 物流园
agricultural park: 农业园
eco-industrial park,ecological industrial park: 生态工业园
chemical park,chemical industry park: 化工园区
incubator: 孵化器
accelerator: 加速器
demonstration zone: 示范区
pilot zone: 试验区 先行区
tourist resort,tourism resort,resort: 旅游度假区 度假区
taiwanese investment zone,taiwan investment zone: 台商投资区
innovation demonstration zone: 自主创新示范区
park: 园区 园
zone: 开发区 区
national level,national-level,state-level: 国家级
provincial level,provincial-level: 省级
national: 国家级 国家
provincial: 省级
management committee,administrative committee,administration committee: 管委会 管理委员会
one zone multiple parks: 一区多园
city: 市
province: 省
district: 区
county: 县
town: 镇
yangtze river delta: 长三角 长江三角洲
pearl river delta: 珠三角
greater bay area: 大湾区 粤港澳
beijing-tianjin-hebei: 京津冀
yangtze river economic belt,yangtze river: 长江经济带 长江
belt and road,silk road: 一带一路 丝绸之路
western china,western region: 西部
northeast: 东北
hong kong: 香港
macao,macau: 澳门
taiwan: 台湾
inner mongolia: 内蒙古
tibet: 西藏
xinjiang: 新疆
shaanxi: 陕西
investment,invest: 投资
investment promotion,attract investment,attracting investment: 招商引资 招商 投资促进
investor: 投资者 投资人
foreign investment,foreign capital,fdi,foreign direct investment: 外资 外商投资
foreign-funded enterprise,foreign enterprise,foreign company: 外资企业 外企
foreign: 外商 外资 国外
multinational: 跨国公司
fortune 500,global 500: 世界500强
venture capital,vc: 创投 风险投资
private equity: 私募股权 股权投资
listed company,ipo: 上市公司 上市
financing: 融资
loan,credit: 贷款 信贷
project: 项目
key project,major project: 重点项目 重大项目
signing,signing ceremony,contract signing: 签约
contract,agreement: 合同 协议
cooperation,partnership: 合作
ground-breaking,groundbreaking,start of construction: 开工 奠基
put into operation,production start,commissioning: 投产
completion: 竣工
capacity: 产能
output,output value: 产值
gdp: 生产总值 gdp
growth: 增长
revenue: 营收 收入
tax: 税收 税
tax incentive,tax break,tax relief,preferential tax: 税收优惠 减税
subsidy,grant: 补贴 补助 资助
incentive,preferential policy: 优惠政策 奖励 扶持
policy,policies: 政策
regulation: 条例 规定
law: 法律
plan,planning: 规划 计划
implementation plan,action plan: 实施方案 行动计划 行动方案
notice,announcement: 公告 通知
application,apply: 申报 申请
approval: 审批
licence,license,permit: 许可 许可证
registration: 登记 注册
business environment: 营商环境
one-stop service,one stop service: 一站式 一站式服务 一网通办
government service: 政务服务
government: 政府
customs: 海关
customs clearance: 通关
tariff: 关税
land: 土地 用地
industrial land: 工业用地
plant,factory: 厂房 工厂
standard plant,standard workshop: 标准厂房
workshop: 车间 厂房
office,office building: 办公 写字楼
rent,lease: 租金 出租 租赁
infrastructure: 基础设施
talent,talented people: 人才
employment,job,recruitment: 就业 招聘
labour,labor,worker: 劳动 工人
training: 培训
university,college: 大学 高校
institute,research institute: 研究院 研究所
laboratory,lab: 实验室
key laboratory: 重点实验室
academician: 院士
expert: 专家
science and technology,sci-tech: 科技
technology: 技术 科技
technology transfer,commercialisation,commercialization: 技术转移 成果转化
innovation,innovative: 创新
innovation platform: 科创平台 创新平台
entrepreneurship,startup,start-up: 创业
patent: 专利
intellectual property,ip: 知识产权
standard: 标准
achievement: 成果
enterprise,company,firm: 企业 公司
sme,small and medium-sized enterprise,small and medium enterprise: 中小企业
private enterprise: 民营企业
state-owned enterprise,soe: 国有企业 国企
specialised and sophisticated,specialized and sophisticated,little giant: 专精特新 小巨人
unicorn: 独角兽
gazelle: 瞪羚
high-tech enterprise: 高新技术企业
leading enterprise: 龙头企业
private economy: 民营经济
economy,economic: 经济
market: 市场
reform: 改革
opening up,opening-up: 开放 对外开放
meeting: 会议
conference: 大会 会议
forum: 论坛
exhibition,expo,fair: 展览 博览会 展会
roadshow,pitch: 路演
event,activity: 活动
training session,study session: 学习
visit: 访问 调研 考察
inspection: 检查 检验
award,honour,honor: 奖 荣誉
ranking: 排名
evaluation,assessment: 考核 评价
safety,work safety: 安全 安全生产
quality: 质量
brand: 品牌
service: 服务
development: 发展 开发
construction project: 建设项目
ecology,ecological: 生态
urban: 城市
rural: 农村 乡村
rural revitalisation,rural revitalization: 乡村振兴
housing: 住房
news: 新闻
demand,need: 需求
supply: 供给 供应
matchmaking: 对接
link: 链接
committee: 委员会
mayor: 市长
party secretary: 书记
government work report: 政府工作报告
five-year plan: 五年规划
high-quality development: 高质量发展
`;
