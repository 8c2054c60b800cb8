/**
 * Technology, health, materials and machines: English words and the Chinese words to look for, weightiest first. Written for this project. One entry a line:
 * English forms parted by commas, then Chinese forms. A plural in -s is found by its singular.
 */
export const industryWords = `
semiconductor,semiconductors: 半导体 集成电路
integrated circuit,ic,microelectronics: 集成电路 微电子
chip,microchip: 芯片
wafer: 晶圆
foundry: 晶圆代工 铸造
packaging and testing,chip packaging: 封装测试 封测
advanced packaging: 先进封装
packaging: 包装 封装
lithography: 光刻
optoelectronics,photonics: 光电子 光电 光子
optics,optical: 光学
display,flat panel: 显示 新型显示
led,lighting: 照明 半导体照明
sensor: 传感器
electronics,electronic: 电子
electronic information,information technology,it: 电子信息 信息技术
next generation information technology: 新一代信息技术
consumer electronics: 消费电子
electronic component: 电子元器件
printed circuit board,pcb: 电路板
telecommunications,telecom,communication: 通信
5g: 5g
6g: 6g
internet: 互联网
internet of things,iot: 物联网
industrial internet: 工业互联网
software: 软件
information service: 信息服务
artificial intelligence,ai: 人工智能 智能
machine learning: 机器学习 人工智能
large language model,foundation model: 大模型
computing power: 算力
big data: 大数据
data center,data centre: 数据中心
data: 数据
cloud computing,cloud: 云计算
blockchain: 区块链
cyber security,cybersecurity,information security: 网络安全 信息安全
digital economy: 数字经济
digital technology: 数字科技 数字技术
digital transformation,digitalisation,digitalization: 数字化转型 数字化 智改数转
digital: 数字
metaverse: 元宇宙
virtual reality,vr: 虚拟现实
quantum: 量子
quantum computing: 量子计算
biomedicine,biopharmaceutical,biopharma: 生物医药 医药
pharmaceutical,pharma,pharmacy: 医药 制药
medicine: 医药 药品
drug: 药品 药物
vaccine: 疫苗
traditional chinese medicine,tcm: 中医药 中药
medical device,medical equipment,medtech: 医疗器械 医疗设备
medical: 医疗
health,healthcare,health care: 健康 大健康 医疗
hospital: 医院
biotechnology,biotech: 生物技术 生物科技
biology,bio: 生物
biomanufacturing: 生物制造
synthetic biology: 合成生物
gene therapy,cell therapy: 基因 细胞治疗
life science: 生命科学
elderly care,senior care: 养老
new material,advanced material: 新材料
material: 材料
carbon fiber,carbon fibre: 碳纤维
composite,composite material: 复合材料
graphene: 石墨烯
rare earth: 稀土
steel: 钢铁 钢
iron and steel: 钢铁
non-ferrous metal,nonferrous metal: 有色金属
aluminium,aluminum: 铝
copper: 铜
magnesium: 镁
titanium: 钛
lithium: 锂
silicon: 硅
metallurgy,metallurgical: 冶金
metal product,metal processing: 金属制品 金属加工
mining,minerals: 采矿 矿产
coal: 煤炭 煤
coal chemical: 煤化工
oil,petroleum: 石油
gas,natural gas: 天然气 燃气
petrochemical,petrochemicals: 石化 石油化工
fine chemical,specialty chemical: 精细化工
salt chemical: 盐化工
chemical,chemistry,chemical industry: 化工 化学
fertilizer,fertiliser: 化肥 肥料
pesticide: 农药
plastic: 塑料
rubber: 橡胶
glass: 玻璃
ceramic: 陶瓷
cement: 水泥
building material,construction material: 建材 建筑材料
construction: 建筑 建设
prefabricated building: 装配式建筑
furniture,home furnishing: 家具 家居
wood,timber: 木材 木业
paper,papermaking: 造纸
printing: 印刷
textile: 纺织
garment,apparel,clothing: 服装 服饰
footwear,shoe: 鞋 制鞋
leather: 皮革
toy: 玩具
jewellery,jewelry: 珠宝 首饰
home appliance,household appliance: 家电 家用电器
kitchenware,hardware: 五金 厨具
machinery,machine: 机械
equipment,equipment manufacturing: 装备制造 装备 设备
high-end equipment,advanced equipment: 高端装备
intelligent manufacturing,smart manufacturing: 智能制造
advanced manufacturing: 先进制造
manufacturing,manufacturer: 制造业 制造
industry,industrial: 产业 工业
new industrialisation,new industrialization: 新型工业化
industrialisation,industrialization: 工业化
machine tool: 机床
cnc,numerical control: 数控
mould,mold: 模具
die casting,casting: 压铸 铸造
bearing: 轴承
valve: 阀门
pump: 泵
laser: 激光
robot,robotics: 机器人
humanoid robot: 人形机器人
embodied intelligence: 具身智能
3d printing,additive manufacturing: 增材制造 3d打印
automation: 自动化
instrument,instrumentation: 仪器仪表 仪器
precision: 精密
construction machinery: 工程机械
agricultural machinery: 农机 农业机械
textile machinery: 纺织机械
elevator,lift: 电梯
crane: 起重机
power equipment,electrical equipment: 电力装备 电气 输变电
`;
