/**
 * Fields of technology with the words that speak of them: agriculture, food, medicine, chemistry, environment. Written
 * for this project. One a line: group/name, Chinese name, English name, then words; a word may speak of several fields.
 */
export const lifeThemes = `
farm/crops 种植 crops: 种植 栽培 作物 小麦 玉米 水稻 大豆 花生 棉花 油菜 马铃薯 红薯 播种 收获 田间 产量 旱作 间作 灌溉 节水 农田 耕作 农业 农村 大蒜 辣椒 蔬菜 植物 果园 高产 甘蓝 采收 农产品 耕地 喷灌 根系 株高 生长 稻 麦 豆 薯 菜 crop wheat maize rice farming agriculture
farm/breeding 育种 breeding: 育种 品种 选育 种子 种质 杂交 良种 繁育 育苗 种苗 组培 分子标记 转基因 新品种 遗传 胚 制种 breeding seed cultivar
farm/protection 植物保护 plant protection: 病虫害 农药 杀虫 杀菌剂 除草 除草剂 虫害 病害 生防 植保 害虫 蚜虫 天敌 抗病 喷雾 防治 线虫 杂草 白粉病 根腐 霉病 诱捕 pesticide herbicide fungicide pest
farm/soil 土壤与肥料 soil and fertiliser: 肥料 有机肥 复合肥 化肥 缓释 施肥 土壤 土地 盐碱 改良 堆肥 腐殖酸 秸秆 还田 微肥 菌肥 粪污 养分 氮肥 磷肥 尿素 fertilizer fertiliser soil compost
farm/livestock 畜禽养殖 livestock: 养殖 畜禽 生猪 猪 肉牛 奶牛 羊 家禽 鸡 鸭 鹅 蛋鸡 肉鸡 鸽 兔 繁殖 畜牧 仔猪 母猪 屠宰 饲养 猪舍 鸡舍 牛 繁育 配种 饲养管理 圈舍 livestock poultry cattle pig
farm/veterinary 兽药与疫病 veterinary medicine: 兽药 兽用 疫病 疫苗 禽流感 疫情 猪瘟 蓝耳 免疫 抗体 动物 疾病 病毒 鸡 猪 抗生素 替代 veterinary vaccine
farm/feed 饲料 feed: 饲料 饲料添加剂 预混 浓缩 饲喂 青贮 酶制剂 益生菌 微生态 微生态制剂 豆粕 菌剂 饲用 微生物饲料 发酵饲料 feed probiotic
farm/aqua 水产 aquaculture: 水产 鱼 虾 蟹 鱼类 池塘 水产养殖 渔业 海洋 藻 aquaculture fish shrimp
farm/machines 农业机械 agricultural machinery: 农机 拖拉机 收割机 播种机 收获机 插秧 植保机 联合收割 农业机械 耕整 烘干 脱粒 采摘 割台 旋耕 喷灌 整地 脱壳 去皮 剥皮 tractor harvester
farm/greenhouse 设施农业 protected farming: 温室 大棚 设施农业 日光温室 无土栽培 水肥一体化 滴灌 植物工厂 园艺 greenhouse
farm/forest 林业与花卉 forestry and flowers: 林业 苗木 树木 花卉 园林 绿化 木材 竹 森林 经济林 果树 苹果 核桃 葡萄 桃 猕猴桃 杨树 牡丹 植被 造林 板材 人造板 木质 果园 石榴 梨 枣 樱桃 forestry wood timber
farm/fungi 食用菌 edible fungi: 食用菌 香菇 菌菇 平菇 菌种 菌棒 菌丝 金针菇 菌渣 灵芝 mushroom
farm/tobacco 烟草 tobacco: 烟草 烟叶 烤烟 卷烟 香烟 烟支 烟丝 tobacco
food/processing 食品加工 food processing: 食品 深加工 加工 速冻 膨化 干燥 冻干 杀菌 灭菌 罐头 方便 休闲食品 面制品 面条 馒头 淀粉 粉条 豆制品 果脯 烘焙 调味 调味品 汤 油炸 真空冷冻 米粉 糕 火锅 腌制 food
food/grain 粮油 grain and oil: 粮食 面粉 大米 油脂 食用油 植物油 芝麻 花生油 茶油 榨油 储粮 粮仓 仓储 谷物 麸皮 小麦粉 grain flour oilseed
food/fresh 保鲜冷链 preservation and cold chain: 保鲜 贮藏 冷藏 冷链 冷库 果蔬 水果 鲜切 气调 采后 储藏 鲜 贮运 保质 preservation cold chain
food/drink 饮料与茶 beverages and tea: 饮料 果汁 茶叶 红茶 绿茶 毛尖 乳品 牛奶 奶粉 乳酸菌 酸奶 咖啡 冲剂 beverage tea milk dairy
food/brewing 酿造与发酵 brewing and fermentation: 发酵 酿造 白酒 啤酒 黄酒 醋 酱油 酵母 菌种 菌株 芽孢 芽孢杆菌 培养基 曲 酿酒 代谢 工程菌 乳酸 fermentation brewing strain
food/additives 添加剂与功能食品 additives and functional food: 添加剂 甜味剂 香精 香料 色素 多糖 黄酮 多酚 多肽 膳食纤维 保健 保健食品 功能食品 营养 维生素 氨基酸 低聚糖 木糖醇 益生元 提取物 additive nutrition
food/meat 肉蛋 meat and eggs: 肉制品 肉类 火腿 香肠 屠宰 骨 血 鸡蛋 蛋品 肠衣 肠膜 胶原 meat egg
food/biotech 生物工程 biotechnology: 酶 酶解 酶法 生物酶 蛋白 蛋白质 多肽 基因 重组 细胞 微生物 菌 发酵 生物技术 核酸 氨基酸 生物反应器 提取 纯化 壳聚糖 明胶 水解 海藻 肽 酵素 基因组 enzyme protein gene biotechnology
med/herbal 中药 Chinese medicine: 中药 中药材 药材 饮片 中成药 方剂 丹参 山药 地黄 金银花 艾 艾草 艾灸 黄芪 当归 炮制 中医 针灸 有效成分 提取 口服液 颗粒剂 herbal
med/drugs 化学药 pharmaceuticals: 药物 药品 原料药 制剂 片剂 胶囊 注射液 缓释 中间体 手性 合成 仿制药 新药 口服 给药 药用 辅料 晶型 一致性评价 抗癌 抑制剂 头孢 抗生素 医药 制药 药 复方 活性 核苷 分子 缓控释 脂质体 眼用 凝胶 软膏 滴丸 栓剂 沙坦 他汀 盐酸 drug pharmaceutical
med/biologics 生物药 biologics: 抗体 单抗 疫苗 重组蛋白 血液制品 干细胞 细胞治疗 免疫治疗 基因治疗 生物制药 血浆 白蛋白 胰岛素 生长因子 靶向 多肽 受体 因子 表达 诱导 质粒 载体 细胞株 糖蛋白 antibody vaccine biologics stem cell
med/diagnosis 诊断与检验 diagnostics: 试剂 试剂盒 诊断 检验 免疫 胶体金 核酸 引物 测序 基因检测 标志物 生化 血清 分子诊断 荧光 微流控 化学发光 快速检测 抗原 联检 芯片 酶联 扩增 pcr diagnostic reagent assay
med/devices 医疗器械 medical devices: 医疗器械 医用 医疗 导管 支架 植入 敷料 假体 输液 注射器 血压 监护 超声 内窥镜 影像 呼吸机 消毒 骨科 牙科 口腔 透析 卫材 口罩 螺钉 骨 缝合 血管 心脏 鼻腔 雾化 一次性 急救 手套 康复器械 x光 ct medical device implant
med/clinical 临床 clinical medicine: 临床 患者 手术 治疗 病理 疗法 放疗 化疗 麻醉 护理 心血管 脑 糖尿病 高血压 肝 肾 肺 胃 骨折 病人 医院 疼痛 综合征 儿童 孕 妇科 胎儿 腹腔镜 微创 感染 关节炎 外科 病变 诊疗 愈合 伤口 骨髓 脊柱 膝关节 大鼠 冠心病 脑梗死 卒中 前列腺 甲状腺 新生儿 腰椎 眼 眼科 角膜 中风 抑郁 心理 clinical patient surgery therapy
med/tumour 肿瘤 oncology: 肿瘤 癌 癌症 肝癌 肺癌 乳腺癌 食管癌 胃癌 抗癌 抗肿瘤 淋巴瘤 鳞癌 tumour tumor cancer
med/rehab 康复与健康 rehabilitation and health: 康复 养老 健康 助行 轮椅 理疗 可穿戴 外骨骼 睡眠 老年 健康管理 远程医疗 穿戴 上肢 下肢 步态 助听 体征 rehabilitation health care elderly
chem/fine 精细化工 fine chemicals: 精细化工 化工 中间体 合成 有机合成 催化 氯化 氟化 硝化 加氢 氧化 酯化 溶剂 助剂 表面活性剂 染料 颜料 农药中间体 化合物 衍生物 反应器 微反应 氢化 苯 胺 醇 醛 酯 酮 酸 有机 吡啶 杂环 羟基 碳酸 盐酸 磷酸 聚合 烷基 氰 硫 氯 氟 溴 氨 化学品 电解 羧酸 酰胺 酰氯 酸酐 乳液 chemical synthesis intermediate
chem/catalysis 催化 catalysis: 催化剂 催化 光催化 载体 加氢 脱硝 分子筛 贵金属 负载 catalyst catalytic
chem/polymer 高分子 polymers: 高分子 塑料 聚合物 树脂 聚乙烯 聚丙烯 聚氨酯 尼龙 聚酰胺 聚酯 工程塑料 改性 注塑 挤出 降解 可降解 生物降解 聚乳酸 薄膜 发泡 母料 环氧 酚醛 聚酰亚胺 塑 热塑性 聚四氟乙烯 聚合 泡沫 型材 接枝 玻纤增强 母粒 共混 阻燃剂 pvc pet polymer plastic resin pe pp abs
chem/rubber 橡胶与密封 rubber and seals: 橡胶 轮胎 密封 密封件 密封圈 硫化 硅胶 弹性体 减震 胶管 输送带 乳胶 胶带 rubber tyre tire seal
chem/coating 涂料与胶粘剂 coatings and adhesives: 涂料 油漆 涂层 防腐 防腐蚀 防火涂料 水性 粉末涂料 胶粘剂 粘合剂 胶黏剂 粘接 油墨 漆 喷涂 防水 防水材料 防锈 耐腐蚀 缓蚀 乳液 疏水 膨胀 清洗剂 钝化 丙烯酸 coating paint adhesive corrosion
chem/fibre 纤维与纺织 fibres and textiles: 纤维 纺织 纱线 面料 织物 针织 无纺布 纺丝 氨纶 涤纶 腈纶 芳纶 碳纤维 玄武岩纤维 印染 染色 服装 棉 羽绒 皮革 制革 上浆 浆料 施胶 织造 经编 纱 fibre fiber textile fabric yarn
chem/coal 煤化工与石化 coal and petrochemistry: 煤化工 焦化 焦炉 焦油 甲醇 乙二醇 合成氨 煤气化 气化 石化 石油化工 炼油 沥青 润滑油 油品 燃料油 乙醇 己二酸 己内酰胺 润滑 焦炭 煤 燃煤 煤气 液体燃料 柴油 热解 煤粉 煤炭 粗苯 蒽 针状焦 汽油 加氢 coal methanol petrochemical lubricant
chem/separation 分离纯化 separation and purification: 分离 精馏 蒸馏 结晶 萃取 吸附 过滤 膜分离 提纯 纯化 超滤 反渗透 离子交换 浓缩 蒸发 干燥 高纯 除杂 超临界 旋流器 离心 脱色 精制 脱除 去除 滤料 色谱 渗透 分子蒸馏 喷雾干燥 separation purification distillation extraction
env/water 水处理 water treatment: 污水 废水 水处理 水质 中水 脱氮 除磷 生化 污泥 膜 反渗透 氨氮 黑臭 河道 水体 净水 饮用水 回用 零排放 印染废水 高盐 絮凝 曝气 重金属 水环境 湖泊 人工湿地 油水 含盐 高浓度 流域 河流 污染水体 滤液 水务 厌氧 cod sewage wastewater water treatment
env/air 废气治理 air pollution control: 废气 烟气 脱硫 脱硝 除尘 粉尘 挥发性有机物 排放 超低排放 净化 雾霾 大气 空气净化 恶臭 尾气 有机废气 烟尘 油烟 吸附 焚烧 治理 臭氧 除臭 甲醛 颗粒物 净化器 空气 燃煤 布袋 vocs flue gas emission dust
env/waste 固废与资源化 solid waste and recycling: 固废 固体废物 垃圾 资源化 回收 废旧 废弃物 再生 再利用 循环利用 尾矿 粉煤灰 赤泥 钢渣 炉渣 建筑垃圾 危废 焚烧 填埋 拆解 废渣 综合利用 餐厨 污泥 循环经济 废弃 无害化 废液 处置 热解 废 废旧电池 灰 渣 再生资源 waste recycling recovery
env/remediation 环境修复与监测 remediation and monitoring: 修复 土壤修复 污染 重金属 底泥 环境监测 监测 水质监测 生态 生态修复 环境 环保 在线监测 采样 污染源 矿山修复 植被 水土保持 尾矿库 沙 治理 remediation environmental monitoring pollution
`;
