import { phraseFinder } from './phrases.ts';

/**
 * Technology words that mean the same, one group a line; the first is the one compared. Only words that can stand for
 * each other in any need belong here, not related ones: those are in the themes. Written for this project.
 */
const groups = `
自动导引车,agv,自动导引运输车,无人搬运车,automated guided vehicle
无人机,uav,无人驾驶航空器,drone,unmanned aerial vehicle
挥发性有机物,vocs,voc,挥发性有机化合物,volatile organic compounds
锂离子电池,锂电池,锂电,lithium-ion battery,lithium battery,li-ion battery
动力电池,power battery,traction battery
燃料电池,fuel cell
电池管理系统,bms,battery management system
计算机辅助工程,cae,有限元分析
制造执行系统,mes,manufacturing execution system
企业资源计划,erp,enterprise resource planning
射频识别,rfid,电子标签
物联网,iot,internet of things
人工智能,ai,artificial intelligence
机器视觉,machine vision,视觉检测
机器学习,machine learning
深度学习,deep learning
神经网络,neural network
大模型,llm,large language model
自然语言处理,nlp,natural language processing
虚拟现实,vr,virtual reality
增强现实,ar,augmented reality
数字孪生,digital twin
区块链,blockchain
云计算,cloud computing
地理信息系统,gis,地理信息
全球定位,gps,卫星定位
北斗,beidou
微机电,mems,微机电系统
印制电路板,pcb,电路板,线路板,printed circuit board
现场可编程门阵列,fpga
绝缘栅双极晶体管,igbt
集成电路,ic,integrated circuit
晶圆,wafer,硅片
末端执行器,end effector,末端夹持器
机械臂,机械手,robot arm,robotic arm,manipulator
机器人,robot
减速器,减速机,reducer,gearbox
电动机,电机,马达,motor
变频器,inverter,frequency converter
可编程控制器,plc,可编程逻辑控制器
数控机床,cnc,cnc machine tool
增材制造,3d打印,additive manufacturing,3d printing
碳化硅,sic,silicon carbide
氮化镓,gan,gallium nitride
氮化铝,aluminium nitride,aluminum nitride
氧化铝,alumina
氧化锆,zirconia
石墨烯,graphene
碳纤维,carbon fibre,carbon fiber
碳纳米管,cnt,carbon nanotube
复合材料,composite,composites
聚氯乙烯,pvc
聚乙烯,pe,polyethylene
聚丙烯,pp,polypropylene
聚对苯二甲酸乙二醇酯,pet
聚乳酸,pla
聚氨酯,pu,polyurethane
聚四氟乙烯,ptfe,特氟龙
聚酰胺,尼龙,nylon,polyamide
聚酰亚胺,polyimide
乙烯醋酸乙烯,eva
铝合金,aluminium alloy,aluminum alloy
镁合金,magnesium alloy
钛合金,titanium alloy
不锈钢,stainless steel
稀土,rare earth
永磁,permanent magnet
陶瓷,ceramic,ceramics
涂层,coating
胶粘剂,粘合剂,胶黏剂,粘结剂,adhesive
催化剂,触媒,catalyst
传感器,感测器,sensor
毫米波雷达,millimetre-wave radar,millimeter-wave radar
激光雷达,lidar
智能座舱,smart cockpit,intelligent cockpit
自动驾驶,无人驾驶,autonomous driving,self-driving
高级辅助驾驶,adas,辅助驾驶
车联网,v2x,connected vehicles
新能源汽车,新能源车,new energy vehicle,electric vehicle,电动汽车
充电桩,充电站,charging pile,charging station
减震器,减振器,shock absorber,damper
发光二极管,led
太阳能电池,光伏电池,solar cell
光伏,photovoltaic,pv
储能,energy storage
氢能,hydrogen energy
余热回收,余热利用,waste heat recovery
换热器,热交换器,heat exchanger
污水处理,废水处理,wastewater treatment,sewage treatment
脱硫,desulfurization,desulphurization
脱硝,denitrification
除尘,dust removal,dedusting
固体废物,固废,固体废弃物,solid waste
聚合酶链反应,pcr
单克隆抗体,单抗,monoclonal antibody
抗肿瘤,抗癌,anti-cancer,anticancer
中药材,药材,herbal medicine
疫苗,vaccine
微生物,microorganism,microbe
益生菌,probiotic,probiotics
有机肥,有机肥料,organic fertilizer,organic fertiliser
病虫害,虫害,pests and diseases
建筑信息模型,bim,building information modelling,building information modeling
智能建造,intelligent construction,smart construction
装配式建筑,预制建筑,prefabricated building
盾构机,tunnel boring machine,tbm
吸尘器,vacuum cleaner
清洁电器,cleaning appliance
扫地机器人,robot vacuum,robotic vacuum
降噪,noise reduction,减噪
无损检测,non-destructive testing,ndt
故障诊断,fault diagnosis
节能,energy saving
焊接,welding
铸造,casting
锻造,forging
模具,mould,mold
轴承,bearing
阀门,valve
水泵,pump
热处理,heat treatment
表面处理,surface treatment
`;

const concepts = new Map<string, string>();
for (const line of groups.split('\n').filter(Boolean)) {
  const words = line.split(',');
  for (const word of words) concepts.set(word, words[0] ?? word);
}

/** The words of the dictionary in a normalised text, each as the first of its group. */
export const findConcepts = phraseFinder(concepts);
