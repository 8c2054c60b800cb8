/**
 * Fields of technology with the words that speak of them: materials, machines, energy, vehicles, information, building.
 * Written for this project, in the form of themes-life.ts.
 */
export const industryThemes = `
mat/steel 钢铁 steel: 钢 钢铁 不锈钢 钢板 特钢 合金钢 炼钢 炼铁 高炉 转炉 连铸 轧制 连轧 轧机 钢管 钢丝 带钢 冶炼 铁水 精炼 螺纹钢 钢筋 轴承钢 结构钢 高强 热轧 冷轧 型钢 钢水 板坯 钢坯 铸坯 铁精粉 烧结矿 球团 steel iron
mat/nonferrous 有色金属 non-ferrous metals: 铝 铝合金 铜 铜合金 镁 镁合金 钛 钛合金 锌 铅 镍 钨 钼 稀土 金 银 贵金属 有色 有色金属 电解铝 铝箔 铝板 铜箔 铜线 冶金 湿法 浸出 浸提 铝加工 合金 铅锌 阳极 氧化锌 电解 再生铅 再生铝 铝材 铝型材 铸轧 钒 锰 锂 钴 钽 aluminium aluminum copper magnesium titanium alloy
mat/superhard 超硬与粉末冶金 superhard and powder metallurgy: 金刚石 超硬 立方氮化硼 硬质合金 粉末冶金 刀具 磨料 砂轮 磨具 烧结 锯片 聚晶 金属粉末 微粉 磨削 diamond carbide powder metallurgy abrasive
mat/ceramics 陶瓷与耐火 ceramics and refractories: 陶瓷 结构陶瓷 耐火 耐火材料 碳化硅 氧化铝 氧化锆 氮化硅 氮化铝 刚玉 莫来石 坩埚 窑炉 隔热 保温 高温 热震 浇注料 镁碳 石英 瓷 ceramic refractory furnace
mat/glass 玻璃与晶体 glass and crystals: 玻璃 玻纤 光学玻璃 单晶 晶体 多晶硅 硅片 石英 蓝宝石 微晶 浮法 镀膜玻璃 抛光 晶片 光伏玻璃 中空 夹层 glass crystal
mat/cement 水泥与建材 cement and building materials: 水泥 混凝土 砂浆 建材 墙体 保温板 砌块 砖 石膏 骨料 外加剂 减水剂 管片 岩棉 板材 人造石 防水 管材 搅拌站 透水 陶粒 加气 粉体 墙材 轻质 cement concrete
mat/carbon 碳材料 carbon materials: 石墨 石墨烯 碳纤维 碳素 炭 活性炭 碳纳米管 电极 负极 炭黑 金刚石 石墨化 针状焦 graphite graphene carbon
mat/nano 纳米与功能材料 nano and functional materials: 纳米 纳米材料 功能材料 粒子 量子点 气凝胶 溶胶 凝胶 包覆 掺杂 微球 介孔 复合粒子 粉体 超细 二氧化硅 二氧化钛 微囊 微孔 分子 烯 疏水 自组装 传感 nano nanoparticle aerogel
mat/composite 复合材料 composites: 复合材料 增强 树脂基 玻璃钢 层合 预浸料 编织 缠绕 蜂窝 轻量化 夹层 复合板 增韧 层压 纤维增强 composite
mat/electronic 电子与磁性材料 electronic and magnetic materials: 磁性 永磁 软磁 稀土永磁 电子浆料 靶材 铜箔 覆铜板 介电 压电 导电 导热 屏蔽 封装材料 光刻胶 电子级 电子化学品 六氟 氟磺酰 介质 衬底 非晶 吸波 微波介质 薄膜 electronic material magnet
mat/surface 表面处理 surface treatment: 表面处理 电镀 镀层 镀锌 阳极氧化 磷化 喷涂 激光熔覆 渗碳 渗氮 热喷涂 抛光 镀膜 耐磨 腐蚀 涂层 表面改性 强化 熔覆 等离子体 等离子 摩擦 磨损 沉积 离子 溅射 防护 plating surface treatment
energy/battery 电池 batteries: 电池 锂电池 锂离子 锂电 动力电池 正极 负极 电解液 隔膜 三元 磷酸铁锂 电极 电解质 固态电池 铅酸 蓄电池 电芯 钴酸锂 富锂 充放电 六氟磷酸锂 锂 硅碳 石墨负极 容量 全固态 镍 容 循环寿命 battery lithium cathode anode electrolyte
energy/storage 储能与氢能 storage and hydrogen: 储能 氢 氢能 燃料电池 制氢 储氢 超级电容 电容器 蓄热 储热 甲醇 质子 hydrogen fuel cell energy storage supercapacitor
energy/solar 太阳能 solar energy: 太阳能 光伏 光热 硅片 组件 逆变器 电池片 光电 并网 晶硅 多晶 风光 photovoltaic solar
energy/wind 风电与生物质 wind and biomass: 风电 风力 风机 叶片 生物质 沼气 生物柴油 新能源 可再生 燃料乙醇 秸秆 地热 能源 机组 发电 风光 互补 沼液 wind biomass biogas
energy/grid 输变电 power grid: 电网 输电 配电 变压器 变电站 开关柜 断路器 高压 绝缘子 继电保护 电力 电能 配网 输变电 线路 避雷 调度 电力系统 互感器 绝缘 电缆 变电 开关 故障诊断 绕组 放电 电站 直流 微电网 分布式 配电网 电流 电压 油浸 超导 短路 接地 电弧 电力设备 供电 油浸式 v2g transformer grid power
energy/electronics 电力电子与电机 power electronics and motors: 电机 电动机 永磁同步 变频 变频器 逆变 整流 电源 驱动器 伺服 发电机 定子 转子 无刷 磁阻 异步电机 充电 电控 功率 三相 永磁 变流器 牵引 整流器 谐波 无线充电 调速 motor inverter power supply generator
energy/saving 节能与换热 energy saving and heat exchange: 节能 余热 换热 换热器 锅炉 热泵 制冷 空调 暖通 供热 蒸汽 保温 热管 燃烧 燃气 冷却 干燥 热能 能耗 炉 热风炉 加热炉 能效 散热 供暖 回转窑 低温 冷冻 相变 流化床 燃烧器 燃料 boiler heat exchanger energy saving refrigeration
energy/cable 电缆与电工 cables: 电缆 电线 线缆 导线 光缆 电磁线 漆包线 绝缘材料 铜线 连接器 接插件 cable wire connector
mach/machining 机床与切削 machine tools and cutting: 机床 数控 切削 磨削 车削 铣削 刀具 加工中心 夹具 钻孔 镗 精密加工 主轴 磨床 车床 超声 工件 抛光 精密 切割 线切割 曲面 cnc machining machine tool
mach/casting 铸造 casting: 铸造 铸件 压铸 球墨 铸铁 浇注 冒口 砂型 造型 熔炼 离心铸造 精密铸造 孕育 球化 铸 casting foundry
mach/forming 锻压与成形 forming: 锻造 锻件 冲压 压力机 冲床 成形 旋压 挤压 拉拔 折弯 锻压 液压机 模锻 轧制 板材成形 剪切 钣金 精锻 弯管 成型 薄壁 型材 弯曲 轧 卷圆 forging stamping press forming
mach/welding 焊接 welding: 焊接 焊缝 焊丝 焊机 激光焊 搅拌摩擦 钎焊 焊接机器人 堆焊 welding solder
mach/heat 热处理 heat treatment: 热处理 淬火 回火 退火 渗碳 感应加热 真空炉 组织 硬度 heat treatment quenching
mach/moulds 模具 moulds: 模具 注塑 压铸模 塑料模具 型腔 冲模 模 成型 mould mold
mach/bearing 轴承与传动 bearings and drives: 轴承 齿轮 减速器 减速机 传动 变速箱 联轴器 滚珠 丝杠 轴 滚动轴承 空气轴承 动压 润滑 蜗轮 离合器 螺旋 曲轴 行星 谐波 传动轴 动压轴承 密封 bearing gear reducer
mach/hydraulic 液压与流体机械 hydraulics, pumps and valves: 液压 泵 阀 阀门 压缩机 气动 油缸 气缸 风机 水泵 管道 密封 真空 离心泵 调节阀 流体 管路 喷嘴 法兰 喷射 水力 负压 射流 增压 真空泵 活塞 hydraulic pump valve compressor
mach/lifting 起重与输送 lifting and conveying: 起重机 起重 吊装 输送 输送机 输送带 提升机 卷扬 搬运 皮带 给料 电梯 堆垛 堆取 料场 筒仓 升降 crane conveyor lifting
mach/construction 工程机械 construction machinery: 工程机械 挖掘机 装载机 盾构 掘进机 旋挖 钻机 压路机 泵车 臂架 推土 高空作业 盾构机 excavator
mach/packaging 包装与印刷机械 packaging and printing: 包装 灌装 包装机 印刷 纸箱 造纸 纸 印刷机 标签 封口 贴标 瓶 包装袋 纸浆 packaging printing paper
mach/robots 机器人 robots: 机器人 机械手 机械臂 末端执行器 夹爪 抓取 自动导引车 移动机器人 示教 协作 仿生 机器视觉 外骨骼 巡检 上下料 码垛 搬运 夹持 机械 爬壁 机器 agv robot gripper end effector
mach/lines 生产线与自动化 production lines: 生产线 自动化 自动线 装配线 装配 流水线 自动装配 智能工厂 数字化车间 智能制造 柔性 自动上料 车间 全自动 分拣 穿管 下料 自动 工厂 工装 工位 码垛 编织 送料 上料 切断 成套 mes assembly line automation smart factory
mach/additive 增材制造 additive manufacturing: 3d打印 增材制造 激光 选区 粉末床 快速成型 打印 增材 additive manufacturing 3d printing
mach/mining 采矿与选矿 mining: 矿山 采矿 选矿 浮选 破碎 磨矿 球磨 筛分 矿石 铁矿 尾矿 爆破 凿岩 矿 采场 露天 炸药 雷管 开采 矿浆 品位 铁精矿 铝土矿 磁选 掘进 采空区 mining ore flotation crushing
mach/coalmine 煤矿 coal mining: 煤矿 巷道 锚杆 支护 瓦斯 掘进 采煤 矿井 围岩 综采 顶板 井下 液压支架 钻车 煤层 矿用 矿压 本安 抽采 采动 突出 裂隙 开采 软岩 卸压 覆岩 深井 竖井 煤岩 冲击地压 工作面 矿区 coal mine roadway
mach/oil 石油天然气 oil and gas: 石油 天然气 油气 钻井 采油 压裂 管线 输气 油田 井下 页岩气 燃气 油井 输油 抽油机 管道 泄漏 油管 完井 输油管道 lng oil gas drilling pipeline
veh/cars 汽车 vehicles: 汽车 整车 乘用车 商用车 客车 底盘 悬架 悬挂 空气弹簧 减振器 制动 转向 发动机 变速器 车身 轮毂 车轮 座椅 车灯 汽车零部件 柴油机 卡车 车厢 专用车 车辆 轿车 车用 总成 油箱 涡轮 增压器 减振 阻尼 挂车 半挂 消防车 环卫车 驾驶室 歧管 排气 机油 轻量化 vehicle car automotive chassis suspension brake engine
veh/electric 新能源汽车 electric vehicles: 新能源汽车 电动汽车 电动 充电桩 充电 动力电池 电驱 电机 电控 整车控制器 混合动力 热管理 换电 v2g bms electric vehicle charging
veh/connected 智能网联 connected driving: 智能网联 车联网 自动驾驶 辅助驾驶 智能座舱 车载 毫米波雷达 激光雷达 无人驾驶 车路协同 adas autonomous driving cockpit lidar
veh/rail 轨道交通 rail: 轨道交通 铁路 高铁 列车 地铁 城轨 轨道 机车 动车 道岔 弹条 扣件 信号 接触网 铁道 车站 车辆段 轨枕 无砟 轨检 rail railway train metro
veh/air 航空航天与无人机 aerospace and drones: 航空 航天 飞机 无人机 飞行器 卫星 火箭 直升机 发动机叶片 航空发动机 机载 低空 飞行 旋翼 机翼 导弹 空间 弹 uav drone aircraft satellite
veh/ship 船舶与海洋 ships and sea: 船舶 船 海洋工程 水下 海水 淡化 潜器 码头 港口 ship marine
ict/software 软件与平台 software and platforms: 软件 平台 信息系统 管理系统 信息化 云平台 云计算 云服务 数据库 管理软件 系统开发 服务平台 信息管理 互联网 小程序 信息平台 服务器 计算机 网站 运维 架构 微服务 终端 信息 门户 工作流 erp app saas software cloud
ict/data 大数据 big data: 大数据 数据挖掘 数据分析 数据采集 数据 可视化 数据处理 知识图谱 预测 模型 舆情 情报 检索 区块链 数字孪生 数字化 搜索 决策 推荐 数据库 仿真 虚拟 建模 计算 预报 big data analytics blockchain digital twin
ict/ai 人工智能与图像 artificial intelligence and images: 人工智能 深度学习 机器学习 神经网络 图像 图像识别 人脸识别 机器视觉 视觉 识别 自然语言 语义 目标检测 智能识别 虹膜 算法 视频 artificial intelligence deep learning machine vision image
ict/iot 物联网 internet of things: 物联网 联网 传感网 射频 电子标签 标签 追溯 溯源 条码 二维码 远程监控 无线传感 智能家居 网关 嵌入式 终端 远程 智能终端 云端 可穿戴 采集终端 rfid zigbee lora internet of things sensor network
ict/telecom 通信 telecommunications: 通信 无线 天线 基站 射频 微波 光通信 光纤 移动通信 宽带 卫星通信 无线通信 光模块 雷达 信号处理 波束 毫米波 电磁 传输 滤波器 接收机 组网 路由 路由器 频谱 信道 通讯 相控阵 5g communication antenna wireless optical fibre fiber
ict/sensors 传感器 sensors: 传感器 传感 压力传感器 气体传感器 探测器 敏感 变送器 温度传感器 红外 探头 检测仪 硅麦 麦克风 感知 传感技术 无源 微机电 mems sensor detector
ict/chips 半导体 semiconductors: 芯片 集成电路 半导体 晶圆 封装 光刻 刻蚀 功率器件 igbt 氮化镓 碳化硅 晶体管 电路 外延 电路板 pcb 测试 元器件 二极管 chip semiconductor wafer integrated circuit packaging
ict/optics 光电与激光 optics and lasers: 光电 光学 激光 激光器 镜头 光栅 红外 光谱 成像 光源 光纤 透镜 偏振 太赫兹 投影 赫兹 散斑 探测 光子 量子 光 紫外 显微 optics laser infrared imaging
ict/display 显示与照明 displays and lighting: 显示 显示屏 液晶 oled led 照明 灯 led灯 背光 触摸屏 发光 荧光粉 路灯 display lighting
ict/measure 测量与仪器 measurement and instruments: 测量 仪器 仪表 计量 检定 校准 流量计 水表 电表 称重 测试 分析仪 色谱 质谱 尺寸 三坐标 测试仪 检测装置 精度 传感器 探针 测定仪 测控 测试系统 试验台 试验装置 检测仪 测定 采样器 电能表 计量器具 分析方法 metering instrument measurement
ict/ndt 检测与诊断 inspection and diagnosis: 无损检测 探伤 超声检测 缺陷 在线检测 故障诊断 状态监测 振动 故障 诊断 预警 健康管理 质检 视觉检测 缺陷检测 x射线 损伤 健康监测 裂纹 监测系统 疲劳 inspection fault diagnosis defect
ict/position 定位与地理信息 positioning and geographic information: 定位 导航 北斗 gps 地图 遥感 地理信息 gis 测绘 室内定位 时空 轨迹 遥测 惯性 无人机航测 navigation positioning mapping
ict/security 网络与信息安全 information security: 信息安全 网络安全 加密 密码 防火墙 入侵 认证 隐私 涉密 防护 网络 漏洞 security encryption
ict/video 监控与安防 surveillance: 监控 视频监控 安防 报警 门禁 巡更 摄像 防盗 监管 巡检 远程监控 安全防范 surveillance alarm monitoring
ict/audio 语音与声学 speech and acoustics: 语音 声学 音频 麦克风 扬声器 话音 噪声 降噪 声音 声源 音箱 语音识别 声纹 普通话 speech audio acoustic noise microphone
ict/control 控制 control: 控制系统 控制器 自动控制 伺服 程控 遥控 控制算法 远程控制 变频控制 自适应 工控 控制 模糊 自控 测控 总线 运动控制 智能控制 调节器 plc dcs control controller
build/structure 建筑结构 building structures: 建筑 结构 钢结构 混凝土 抗震 装配式 剪力墙 梁 柱 楼板 绿色建筑 模板 脚手架 幕墙 施工 钢管混凝土 预制 叠合 预应力 构件 现浇 加固 型钢 建造 浇筑 墙 住宅 楼梯 楼宇 房屋 building bim construction prefabricated
build/roads 道路桥梁 roads and bridges: 道路 公路 桥梁 路面 沥青 路基 隧道 桥 护栏 交通工程 路桥 伸缩缝 road bridge pavement
build/ground 岩土与地质 ground and geology: 岩土 地质 基坑 边坡 桩基 地基 地下 隧道 勘查 勘探 地震 滑坡 钻探 注浆 深部 沉降 岩体 软土 盆地 灾害 地面 竖井 桩 岩 地层 围岩 geology geotechnical tunnel
build/hydro 水利 water engineering: 水利 大坝 水库 河道 渠道 堤防 防洪 灌区 水电站 水文 水资源 泥沙 节水 取水 供水 管网 防汛 闸门 dam reservoir irrigation
build/fire 消防与安全 fire and safety: 消防 火灾 灭火 防火 阻燃 报警 安全 应急 救援 防爆 危险 预警 安全生产 事故 逃生 喷头 火 爆炸 风险 灾害 防护 突发事件 应急救援 抢险 fire safety rescue emergency
city/traffic 智慧城市与交通 smart city and traffic: 智慧城市 交通 智能交通 停车 信号灯 公交 社区 城市 城管 市政 园区 智慧园区 路灯 物业 出行 自行车 公共交通 车流 疏散 城镇 smart city traffic parking
city/logistics 物流仓储 logistics: 物流 仓储 仓库 立体库 货架 配送 快递 运输 分拣 调度 货车 供应链 冷链 托盘 叉车 集装箱 车厢 装卸 转运 无人仓 车货 logistics warehouse
city/education 教育与文化 education and culture: 教育 教学 学习 培训 校园 实训 课堂 文化 旅游 文物 非遗 图书 动漫 虚拟现实 游戏 数字文化 体育 心理 虚拟仿真 课程 思政 大学生 艺术 博物馆 出版 vr education culture tourism
city/business 商务与金融 business and finance: 电子商务 电商 商城 营销 金融 支付 保险 税务 知识产权 政务 企业管理 经济 产业 政策 策略 区域经济 农村电商 发展 制造业 农民 公共服务 创业 孵化 人力资源 商业 商标 交易 税收 信用 finance commerce
city/home 家电与家居 appliances and home: 家电 家用 电器 冰箱 洗衣机 吸尘器 清洁电器 扫地 空调 厨房 烹饪 家具 家居 卫浴 厨电 净化器 手机 家庭 灯具 热水器 灶 玩具 餐具 家电产品 小家电 appliance vacuum cleaner furniture
`;
