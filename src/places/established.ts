/**
 * Names that plain pinyin gets wrong: readings that only the place has, names established in English, and names
 * that come from another language than Chinese. Keys are names as spoken, without 市, 区 or 县.
 */
const lines = `
北京 Beijing|天津 Tianjin|上海 Shanghai|重庆 Chongqing|河北 Hebei|山西 Shanxi|陕西 Shaanxi|内蒙古 Inner Mongolia
西藏 Tibet|新疆 Xinjiang|宁夏 Ningxia|广西 Guangxi|香港 Hong Kong|澳门 Macao|台湾 Taiwan|青海 Qinghai

哈尔滨 Harbin|齐齐哈尔 Qiqihar|佳木斯 Jiamusi|大兴安岭 Da Hinggan Ling|呼和浩特 Hohhot|包头 Baotou|鄂尔多斯 Ordos
呼伦贝尔 Hulunbuir|巴彦淖尔 Bayannur|乌兰察布 Ulanqab|锡林郭勒 Xilingol|阿拉善 Alxa|阿拉善左 Alxa Left|阿拉善右 Alxa Right|喀喇沁左翼 Harqin Left|昆都仑 Hondlon|二连浩特 Erenhot
锡林浩特 Xilinhot|乌兰浩特 Ulanhot|霍林郭勒 Holingol|额尔古纳 Ergun|阿尔山 Arxan|准格尔 Jungar|达拉特 Dalad
鄂托克 Otog|鄂托克前 Otog Front|杭锦 Hanggin|杭锦后 Hanggin Rear|乌审 Uxin|伊金霍洛 Ejin Horo|土默特 Tumed|土默特左 Tumed Left|土默特右 Tumed Right
科尔沁 Horqin|科尔沁左翼中 Horqin Left Middle|科尔沁左翼后 Horqin Left Rear|科尔沁右翼前 Horqin Right Front|科尔沁右翼中 Horqin Right Middle
科左中旗 Horqin Left Middle Banner|科左后旗 Horqin Left Rear Banner|科右中旗 Horqin Right Middle Banner|科右前旗 Horqin Right Front Banner
奈曼 Naiman|库伦 Hure|扎鲁特 Jarud|巴林左 Bairin Left|巴林右 Bairin Right|巴林 Bairin|克什克腾 Hexigten|翁牛特 Ongniud|喀喇沁 Harqin
阿鲁科尔沁 Ar Horqin|苏尼特左 Sonid Left|苏尼特右 Sonid Right|阿巴嘎 Abag|东乌珠穆沁 East Ujimqin|西乌珠穆沁 West Ujimqin|察哈尔 Qahar
察哈尔右翼前 Qahar Right Front|察哈尔右翼中 Qahar Right Middle|察哈尔右翼后 Qahar Right Rear|四子王 Siziwang|达尔罕茂明安 Darhan Muminggan
莫力达瓦 Morin Dawa|鄂伦春 Oroqen|鄂温克 Ewenki|扎赉特 Jalaid|陈巴尔虎 Old Barag|新巴尔虎左 New Barag Left|新巴尔虎右 New Barag Right
乌拉特前 Urad Front|乌拉特中 Urad Middle|乌拉特后 Urad Rear|额济纳 Ejin|达茂 Darhan Muminggan|甘其毛都 Ganqimaodu|苏里格 Sulige|正镶白 Zhengxiangbai
扎赉诺尔 Jalainur|白云鄂博 Bayan Obo|镶黄 Xianghuang|正蓝 Zhenglan|太仆寺 Taibus|敖汉 Aohan

乌鲁木齐 Urumqi|克拉玛依 Karamay|吐鲁番 Turpan|哈密 Hami|昌吉 Changji|博尔塔拉 Bortala|博乐 Bole|巴音郭楞 Bayingolin|阿克苏 Aksu
克孜勒苏 Kizilsu|喀什 Kashgar|和田 Hotan|伊犁 Ili|伊宁 Yining|塔城 Tacheng|阿勒泰 Altay|石河子 Shihezi|阿拉尔 Aral|图木舒克 Tumxuk
可克达拉 Kokdala|奎屯 Kuytun|库尔勒 Korla|库车 Kuqa|霍尔果斯 Khorgos|阿图什 Artux|阿拉山口 Alashankou|焉耆 Yanqi|尉犁 Yuli|若羌 Ruoqiang|且末 Qiemo
吉木乃 Jeminay|巴里坤 Barkol|木垒 Mori|吉木萨尔 Jimsar|玛纳斯 Manas|呼图壁 Hutubi|和布克赛尔 Hoboksar|察布查尔 Qapqal|塔什库尔干 Taxkorgan|乌恰 Wuqia|伽师 Jiashi
巴楚 Bachu|莎车 Shache|叶城 Yecheng|疏附 Shufu|疏勒 Shule|英吉沙 Yengisar|岳普湖 Yopurga|麦盖提 Makit|鄯善 Shanshan|托克逊 Toksun|托里 Toli|裕民 Yumin|额敏 Emin

拉萨 Lhasa|日喀则 Xigaze|昌都 Qamdo|林芝 Nyingchi|那曲 Nagqu|阿里 Ngari|达孜 Dagze|堆龙德庆 Doilungdeqen|曲水 Quxu|格尔木 Golmud|果洛 Golog|甘孜 Garze|香格里拉 Shangri-La
德格 Dege|阿坝 Aba|迪庆 Diqing|柴达木 Qaidam|大柴旦 Da Qaidam|德令哈 Delingha|玉树 Yushu

六安 Lu'an|六合 Luhe|蚌埠 Bengbu|亳州 Bozhou|东阿 Dong'e|铅山 Yanshan|乐清 Yueqing|台州 Taizhou|天台 Tiantai|丽水 Lishui|单县 Shanxian|莘县 Shenxian|莘庄 Xinzhuang|浚县 Xunxian|大埔 Dabu
番禺 Panyu|荥阳 Xingyang|泌阳 Biyang|涡阳 Guoyang|中牟 Zhongmu|渑池 Mianchi|洪洞 Hongtong|繁峙 Fanshi|井陉 Jingxing|蔚县 Yuxian|乐亭 Laoting|乐陵 Leling|牟平 Muping|郓城 Yuncheng
鄄城 Juancheng|筠连 Junlian|犍为 Qianwei|珙县 Gongxian|邛崃 Qionglai|郫都 Pidu|郫县 Pixian|朝阳 Chaoyang|长垣 Changyuan|盱眙 Xuyi|邗江 Hanjiang|邳州 Pizhou|睢宁 Suining|睢县 Suixian|莒县 Juxian|莒南 Junan
任丘 Renqiu|任县 Renxian|任泽 Renze|解州 Haizhou|厦门 Xiamen|枞阳 Zongyang|歙县 Shexian|黟县 Yixian|砀山 Dangshan|濉溪 Suixi|阜阳 Fuyang|颍上 Yingshang|郯城 Tancheng|临朐 Linqu|无棣 Wudi
隰县 Xixian|吕梁 Lüliang|长子 Zhangzi|尉氏 Weishi|柘城 Zhecheng|郏县 Jiaxian|武陟 Wuzhi|洛宁 Luoning|西华 Xihua|监利 Jianli|秭归 Zigui|猇亭 Xiaoting|黄陂 Huangpi|硚口 Qiaokou|浠水 Xishui
耒阳 Leiyang|郴州 Chenzhou|汨罗 Miluo|攸县 Youxian|醴陵 Liling|沅陵 Yuanling|沅江 Yuanjiang|澧县 Lixian|枝江 Zhijiang|芷江 Zhijiang|会理 Huili|会昌 Huichang|会同 Huitong|会宁 Huining|会泽 Huize|会东 Huidong
儋州 Danzhou|洋浦 Yangpu|百色 Baise|覃塘 Qintang|岑溪 Cenxi|鹿寨 Luzhai|东莞 Dongguan|深圳 Shenzhen|惠州 Huizhou|湛江 Zhanjiang|吴川 Wuchuan|阳春 Yangchun|陆河 Luhe|揭阳 Jieyang|汕头 Shantou|广州 Guangzhou
荔浦 Lipu|石嘴山 Shizuishan|中卫 Zhongwei|灵武 Lingwu|金塔 Jinta|临洮 Lintao|宕昌 Tanchang|秦州 Qinzhou|洮南 Taonan|珲春 Hunchun|桦甸 Huadian|蛟河 Jiaohe|磐石 Panshi|瓦房店 Wafangdian|普兰店 Pulandian
岫岩 Xiuyan|桓仁 Huanren|阜新 Fuxin|宽甸 Kuandian|穆棱 Muling|勃利 Boli|讷河 Nehe|漠河 Mohe|虎林 Hulin|尚志 Shangzhi|同江 Tongjiang|都匀 Duyun|都江堰 Dujiangyan|成都 Chengdu|丰都 Fengdu|宜都 Yidu|武都 Wudu|都昌 Duchang|于都 Yudu|新都 Xindu
长沙 Changsha|长春 Changchun|长治 Changzhi|长乐 Changle|长兴 Changxing|长寿 Changshou|长丰 Changfeng|长阳 Changyang|长岭 Changling|长宁 Changning|长泰 Changtai|长汀 Changting|长葛 Changge|长武 Changwu|长顺 Changshun|长白 Changbai|长海 Changhai|长岛 Changdao|长清 Changqing|长洲 Changzhou|长安 Chang'an
重庆两江 Chongqing Liangjiang|瓯海 Ouhai|瑞安 Rui'an|柯城 Kecheng|缙云 Jinyun|嵊州 Shengzhou|嵊泗 Shengsi|鄞州 Yinzhou|余姚 Yuyao|侯马 Houma|婺源 Wuyuan|婺城 Wucheng|弋阳 Yiyang|弋江 Yijiang|璧山 Bishan|什邡 Shifang|铅山 Yanshan|綦江 Qijiang|涪陵 Fuling|潼南 Tongnan|合川 Hechuan
大庆 Daqing|大足 Dazu|大邑 Dayi|大竹 Dazhu|大理 Dali|大连 Dalian|大冶 Daye|行唐 Xingtang|闵行 Minhang|崇川 Chongchuan|曲阜 Qufu|曲靖 Qujing|曲周 Quzhou|曲江 Qujiang|阳曲 Yangqu|河曲 Hequ|句容 Jurong|尼勒克 Nilka|巩留 Gongliu|特克斯 Tekes|昭苏 Zhaosu
乐山 Leshan|乐平 Leping|乐安 Le'an|乐昌 Lechang|乐东 Ledong|乐业 Leye|平乐 Pingle|长乐 Changle|昌乐 Changle|永乐 Yongle|宁乐 Ningle|兴安 Xing'an|吉安 Ji'an|集安 Ji'an|西安 Xi'an|泰安 Tai'an|雅安 Ya'an|延安 Yan'an|淮安 Huai'an|广安 Guang'an|祥云 Xiangyun
中国 China|中俄 China–Russia|中德 Sino-German|中哈 China–Kazakhstan|中泰 China–Thailand|中新 Sino-Singapore|老挝 Laos|马来西亚 Malaysia|东盟 ASEAN|波尔塔夫卡 Poltavka|磨丁 Boten|新加坡 Singapore
兵团 XPCC|新疆生产建设兵团 Xinjiang Production and Construction Corps
`;

export const established: ReadonlyMap<string, string> = new Map(
  lines
    .split(/[\n|]/)
    .filter((entry) => entry !== '')
    .map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
);
