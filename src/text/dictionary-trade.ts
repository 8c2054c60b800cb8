/**
 * Vehicles, energy, food, transport and services: English words and the Chinese words to look for, weightiest first. Written for this project. One entry a line:
 * English forms parted by commas, then Chinese forms. A plural in -s is found by its singular.
 */
export const tradeWords = `
automobile,automotive,car,vehicle: 汽车
auto part,automotive part,automotive component,car part: 汽车零部件
new energy vehicle,nev,electric vehicle,ev: 新能源汽车
intelligent connected vehicle,connected vehicle: 智能网联汽车 车联网
autonomous driving,self-driving: 自动驾驶 智能驾驶
motorcycle: 摩托车
bicycle: 自行车
rail transit,rail transport,railway equipment: 轨道交通
railway,rail: 铁路
high-speed rail: 高铁
aviation: 航空
aerospace: 航空航天 航天
aircraft: 飞机
drone,uav: 无人机
low altitude economy,low-altitude economy: 低空经济
low altitude,low-altitude: 低空
satellite: 卫星
commercial space,commercial spaceflight: 商业航天
shipbuilding,ship: 船舶 造船
marine equipment,offshore engineering: 海工装备 海洋工程
marine economy,ocean economy: 海洋经济
marine,ocean: 海洋
energy: 能源
new energy: 新能源
clean energy: 清洁能源
renewable energy: 可再生能源
solar,photovoltaic,pv: 光伏 太阳能
wind power,wind energy: 风电 风力发电
nuclear,nuclear power: 核电
hydropower: 水电
hydrogen,hydrogen energy: 氢能
fuel cell: 燃料电池
battery,lithium battery: 电池 锂电 动力电池
power battery: 动力电池
energy storage: 储能
charging station,charging pile: 充电桩
power grid,smart grid: 电网 智能电网
electricity,power generation: 电力 发电
energy saving,energy conservation: 节能
environmental protection,environment: 环保 节能环保 环境
recycling,circular economy: 循环经济 再生资源
waste: 废物 固废
wastewater,sewage: 污水
water treatment: 水处理
carbon neutral,carbon neutrality: 碳中和
carbon peak: 碳达峰
low carbon,low-carbon: 低碳
zero carbon,zero-carbon: 零碳
green: 绿色
agriculture,agricultural,farming: 农业
agricultural product,farm produce: 农产品
food,food processing: 食品 食品加工
food and beverage,beverage: 食品饮料 饮料
liquor,baijiu,alcohol: 白酒 酒
wine: 葡萄酒
tea: 茶 茶叶
dairy,milk: 乳业 乳制品
grain: 粮食
meat: 肉类
seafood,fishery,aquatic product: 水产 渔业
seed: 种业 种子
animal husbandry,livestock: 畜牧
forestry: 林业
tobacco: 烟草
logistics: 物流
cold chain: 冷链
warehouse,warehousing,storage: 仓储
express delivery,courier: 快递
supply chain: 供应链
industrial chain,value chain: 产业链
transport,transportation: 交通 运输
port,harbour,harbor: 港口 港
airport: 机场 空港
airport economy: 临空经济
container: 集装箱
freight,cargo: 货运 货物
china-europe railway express,china-europe freight train: 中欧班列
trade: 贸易
foreign trade: 外贸
import: 进口
export: 出口
import and export: 进出口
e-commerce,ecommerce: 电子商务 电商
cross-border e-commerce,cross border e-commerce,cross-border ecommerce: 跨境电商 跨境电子商务
cross-border,cross border: 跨境
retail: 零售
commerce,business: 商贸 商务 营商
service trade,trade in services: 服务贸易
service outsourcing: 服务外包
service industry,modern services,service sector: 服务业 现代服务业
producer services: 生产性服务业
headquarters,regional headquarters: 总部 总部经济
finance,financial: 金融
fintech,financial technology: 金融科技
bank: 银行
insurance: 保险
fund: 基金
tourism,travel: 旅游 文旅
culture,cultural: 文化
cultural tourism: 文旅 文化旅游
cultural creative,creative industry: 文创 文化创意
film,movie: 影视 电影
animation,game: 动漫 游戏
sport,sports: 体育
education: 教育
design: 设计
research and development,r&d: 研发
testing and certification,inspection and testing: 检验检测
emerging industry,strategic emerging industry: 战略性新兴产业 新兴产业
future industry: 未来产业
new quality productive forces: 新质生产力
cluster,industrial cluster,industry cluster: 产业集群 集群
`;
