/** What stands at the end of a zone's name: the kind of zone. */
const endings = `
经济技术开发区 Economic and Technological Development Zone
高新技术产业开发区 High-Tech Industrial Development Zone
高技术产业开发区 High-Tech Industrial Development Zone
新兴技术开发区 Emerging Technology Development Zone
新技术开发区 New Technology Development Zone
高新技术产业园区 High-Tech Industrial Park
高新技术产业园 High-Tech Industrial Park
高新技术产业经济区 High-Tech Industrial Economic Zone
高新技术开发区 High-Tech Development Zone
农业高新技术产业示范区 Agricultural High-Tech Industrial Demonstration Zone
经济开发区 Economic Development Zone
综合保税区 Comprehensive Bonded Zone
综合保税区A区、B区 Comprehensive Bonded Zone (Areas A and B)
综合保税区龙潭片及江宁片 Comprehensive Bonded Zone (Longtan and Jiangning Areas)
综合保税区及双流园区 Comprehensive Bonded Zone and Shuangliu Park
保税港区 Bonded Port Area
保税物流园区 Bonded Logistics Park
保税区 Bonded Area
出口加工区 Export Processing Zone
出口加工区及B区 Export Processing Zone (with Area B)
出口加工区A区及B区 Export Processing Zone (Areas A and B)
边境经济合作区 Border Economic Cooperation Zone
边境贸易加工园区 Border Trade Processing Park
边境贸易加工区 Border Trade Processing Zone
国际边境合作中心 International Border Cooperation Centre
国际边境合作中心中方配套区 International Border Cooperation Centre, Chinese Supporting Area
经济合作区 Economic Cooperation Zone
互市贸易区 Border Residents' Trade Zone
跨境工业区 Cross-Border Industrial Zone
国家自主创新示范区 National Innovation Demonstration Zone
国家可持续发展议程创新示范区 National Innovation Demonstration Zone for the Sustainable Development Agenda
自由贸易试验区 Pilot Free Trade Zone
重点开发开放试验区 Key Development and Opening-Up Pilot Zone
内陆开放型经济试验区 Inland Open Economy Pilot Zone
循环经济试验区 Circular Economy Pilot Zone
国家旅游度假区 National Tourist Resort
旅游度假区 Tourist Resort
金融贸易区 Finance and Trade Zone
台商投资区 Taiwan Investment Zone
台商投资开发区 Taiwan Investment Development Zone
投资区 Investment Zone
产业转移工业园区 Industrial Transfer Park
产业转移工业园 Industrial Transfer Park
工业园区 Industrial Park
工业园 Industrial Park
产业园区 Industrial Park
产业园 Industrial Park
工业集中发展区 Industrial Concentration Area
工业集中区 Industrial Concentration Area
工业密集区 Industrial Concentration Area
产业集聚区 Industrial Cluster Zone
产业聚集区 Industrial Cluster Zone
工业集聚区 Industrial Cluster Zone
工业示范基地 Industrial Demonstration Base
产业示范园 Industrial Demonstration Park
产业示范区 Industrial Demonstration Zone
产业基地 Industrial Base
产业区 Industrial Zone
产业开发区 Industrial Development Zone
工业新区 New Industrial Area
工业区 Industrial Zone
工业港 Industrial Port
科技工业园 Science and Technology Industrial Park
科技产业园 Science and Technology Industrial Park
科技产业园区 Science and Technology Industrial Park
科技园区 Science and Technology Park
科技创新产业功能区 Science, Technology and Innovation Industrial Area
临空经济核心区 Airport Economy Core Area
空港经济区 Airport Economic Zone
临港经济区 Lingang Economic Zone
滨海经济区 Coastal Economic Zone
循环经济示范区 Circular Economy Demonstration Zone
循环经济示范基地 Circular Economy Demonstration Base
循环经济产业示范区 Circular Economy Industrial Demonstration Zone
循环产业经济区 Circular Industrial Economic Zone
生态工业示范园区 Eco-Industrial Demonstration Park
经济成长示范基地 Economic Growth Demonstration Base
县域经济产业合作示范区 County Economy Industrial Cooperation Demonstration Zone
合作特别试验区 Special Cooperation Pilot Zone
开放示范区 Opening-Up Demonstration Zone
能源化工区 Energy and Chemical Zone
自主创新承接产业转移示范园区 Demonstration Park for Innovation and Industrial Transfer
产业转型工业园 Industrial Transformation Park
经济园区 Economic Park
经济园 Economic Park
经济区 Economic Zone
新城开发区 New Town Development Zone
开发区 Development Zone
群岛新区 Archipelago New Area
新区 New Area
新城 New Town
深加工园区 Processing Park
加工园区 Processing Park
园区 Park
片区 Area
园 Park
区 Zone
`;

/** Words inside a name that mean something; what is not here and no place is spelled. An empty word is left out. */
const words = `
中国 China|中俄 China–Russia|中德 Sino-German|中哈 China–Kazakhstan|中泰 China–Thailand|中新 Sino-Singapore|老挝 Laos|— –|、 ,|（ (|） )
国家 National|国际 International|海峡两岸 Cross-Strait|台商 Taiwan|特色 Speciality|现代 Modern|新型 New|综合 Comprehensive|生态 Ecological|绿色 Green|循环 Circular|循环经济 Circular Economy
化工 Chemical|化学工业 Chemical|煤化工 Coal Chemical|现代煤化工 Modern Coal Chemical|盐化工 Salt Chemical|石油化工 Petrochemical|石化 Petrochemical|化学原料药 Pharmaceutical Ingredient|精细化工 Fine Chemical|煤电化 Coal, Power and Chemical|医药化工 Pharmaceutical and Chemical|医药 Pharmaceutical|生物医药 Biomedical|生物 Biological|制药 Pharmaceutical|三七药物 Notoginseng Pharmaceutical
高端装备制造 High-End Equipment Manufacturing|装备制造 Equipment Manufacturing|装备 Equipment|专用汽车 Special-Purpose Vehicle|汽车 Automobile|汽车零部件 Automobile Parts|航空 Aviation|航空航天 Aerospace|航空港 Airport|临空 Airport|空港 Airport|船舶 Shipbuilding|电源 Power Supply|电子 Electronics|电子信息 Electronics and Information|软件 Software|云计算 Cloud Computing|大数据 Big Data
新材料 New Materials|新能源 New Energy|清洁能源 Clean Energy|能源 Energy|能源化工 Energy and Chemical|铝产业 Aluminium|铝 Aluminium|氟 Fluorine|金属 Metal|有色金属 Non-Ferrous Metals|稀土 Rare Earth|钢铁 Steel|不锈钢 Stainless Steel|再生资源 Recycled Resources|进口再生资源 Imported Recycled Resources|资源综合利用 Comprehensive Resource Utilisation|矿业 Mining|矿业循环经济 Mining and Circular Economy|矿区 Mining Area
食品 Food|农产品 Farm Products|农产品深 Farm Products|林产品 Forest Products|林产 Forest Products|林产业 Forestry|农业 Agricultural|皮革 Leather|陶瓷 Ceramics|纺织 Textile|纺织服装 Textile and Garment|服装 Garment|苹果 Apple|家具 Furniture|木业 Wood|轻工 Light|建材 Building Materials|造纸 Paper|酒业 Liquor|碳素 Carbon|石材 Stone
科技 Science and Technology|科技创新 Science and Technology Innovation|科技工业 Science and Technology|创新 Innovation|文化 Culture|旅游 Tourism|物流 Logistics|现代物流 Modern Logistics|商贸 Commerce and Trade|金融商贸 Finance and Commerce|金融 Finance|服务业 Services|慈善 Charity|扶贫 Poverty Alleviation|民营 Private-Sector|民生 Minsheng|再就业 Re-employment|青年 Youth|都市 Urban|沿海 Coastal|临海 Coastal|沿边 Border|近海 Offshore|口岸 Border Port|跨境 Cross-Border|边境贸易 Border Trade|外向型 Export-Oriented|核心 Core|特别 Special|自主创新 Innovation|经济特区 Special Economic Zone|高新区 High-Tech Zone|半岛 Peninsula|三角洲 Delta
珠三角 Pearl River Delta|长株潭 Changsha–Zhuzhou–Xiangtan|郑洛新 Zhengzhou–Luoyang–Xinxiang|合芜蚌 Hefei–Wuhu–Bengbu|福厦泉 Fuzhou–Xiamen–Quanzhou|沈大 Shenyang–Dalian|兰白 Lanzhou–Baiyin|珠澳 Zhuhai–Macao|粤桂 Guangdong–Guangxi|广佛肇 Guangzhou–Foshan–Zhaoqing|苏滁 Suzhou–Chuzhou|苏南 Southern Jiangsu|浙东南 Southeastern Zhejiang|商丹 Shangluo–Danfeng|北部湾 Beibu Gulf|黄河三角洲 Yellow River Delta|山东半岛 Shandong Peninsula|滇池 Dianchi Lake|太湖 Taihu Lake|中关村 Zhongguancun|两江 Liangjiang|新疆生产建设兵团 Xinjiang Production and Construction Corps|兵团 XPCC|含 including |县 County|西海岸 West Coast|北方 North
区 |市 |县 |省 |自治区 |级 |海北州 Haibei Prefecture|天津港 Tianjin Port|开发区 Development Zone|工业园区 Industrial Park|工业园 Industrial Park|产业园 Industrial Park|经济区 Economic Zone|试验区 Pilot Zone|工业 Industrial|产业 Industrial|经济 Economic
临港 Lingang|大南海 Dananhai|盐化 Salt Chemical|东盟 ASEAN|马来西亚 Malaysia|磨丁 Boten|波尔塔夫卡 Poltavka|两路寸滩 Lianglu Cuntan|高新 High-Tech|高新技术 High-Tech|循环工业 Circular Industry|硒谷 Selenium Valley|中国老挝 China–Laos|中国— China–
湄洲岛 Meizhou Island|东湖 East Lake|火炬 Torch|前海湾 Qianhai Bay|亚龙湾 Yalong Bay|银滩 Silver Beach|亚龙 Yalong|集中区 Concentration Area|铝业 Aluminium|市北 Shibei|红旗渠 Hongqiqu|临空港 Airport Port|经开 Economic Development|轴承 Bearing|服务外包 Service Outsourcing|经编 Warp Knitting|京南· Jingnan|机场 Airport|化学 Chemical|航天 Aerospace|五金 Hardware|矿泉 Mineral Water|新区 New Area|长江大桥 Yangtze River Bridge|第三师 Third Division|第四师 Fourth Division|第七师 Seventh Division|第十师 Tenth Division|九师 Ninth Division|陶瓷工业 Ceramics|环保 Environmental|信息 Information|电子信息 Electronics and Information|微电子 Microelectronics|煤炭 Coal|白酒 Liquor|民族 Ethnic|欧盟 EU|生态科技 Eco-Tech|海峡 Strait|科左后旗 Horqin Left Rear Banner|科右前旗 Horqin Right Front Banner|科左中旗 Horqin Left Middle Banner|土右旗 Tumed Right Banner
`;

function pairs(text: string, apart: RegExp): (readonly [string, string])[] {
  const lines = text.split(apart).filter((line) => line.trim() !== '');
  return lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
}

/** Longest first, so that 高新技术产业开发区 is not taken for a 开发区. */
export const nameEndings = pairs(endings, /\n/).sort(([a], [b]) => b.length - a.length);

export const nameWords: ReadonlyMap<string, string> = new Map(pairs(words, /[\n|]/));
