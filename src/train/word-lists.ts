/** Words that point at names, written for this project: heads of organisations, titles, kinds of places, well-known bodies. All lower case. */

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);
const phrases = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s*[;\n]\s*/u)
    .filter((phrase) => phrase !== "");

/** The word that says what kind of body a name is: "Labour Party", "State Department". */
export const organizationHeads = words(`
academy administration agency airline airlines airways alliance army assembly association associates authority bank bar battalion board body brigade brigades
brotherhood bureau cabinet campaign cartel centre center chamber charity church clinic club coalition college command commission committee companies company
conference congress conservatory consortium corporation corps council court department directorate division embassy enterprises exchange faculty federation
fleet force forces forum foundation front fund gang government group guard guards guild headquarters holdings hospital house industries initiative inspectorate
institute institution inter junta laboratories laboratory labs league legion library media militia ministry mission mosque movement museum navy network networks
news newspaper office orchestra organisation organization palace parliament partners partnership party patrol police polytechnic post press prison
prosecutor radio railways regiment registry resistance school secretariat seminary senate service services society squad squadron store studio studios
syndicate synod synagogue systems taskforce team television theatre theater times tribune tribunal trust union unit united university ventures watch works
herald journal gazette daily weekly observer guardian telegraph chronicle examiner mail express review records motors technologies software entertainment
pictures pharmaceuticals petroleum oil gas energy electric electronics insurance capital financial securities investments international global`);

/** The tail of a company's registered name. */
export const companySuffixes = words(`
inc inc. corp corp. co co. ltd ltd. llc plc gmbh ag sa s.a. nv n.v. spa s.p.a. kg ab asa oyj bv b.v. llp lp pte pty sarl sas holdings group incorporated limited
corporation company & bros bros. sons`);

/** Words before a person's name that are no part of it. */
export const titles = words(`
mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady baron baroness count countess duke duchess prince princess king queen emperor empress
sultan emir sheikh sheik shaikh pope cardinal archbishop bishop rev rev. reverend father pastor rabbi imam ayatollah mullah monsignor brother sister saint
president vice-president chancellor premier minister secretary senator sen sen. representative rep rep. congressman congresswoman governor gov gov. mayor
councillor councilman alderman ambassador envoy consul delegate commissioner director chairman chairwoman chair chief ceo cfo coo founder co-founder head
spokesman spokeswoman spokesperson analyst adviser advisor lawmaker lawyer attorney judge justice magistrate prosecutor sheriff constable officer detective
inspector superintendent general gen gen. lieutenant lt lt. colonel col col. major maj maj. captain capt capt. sergeant sgt sgt. corporal private admiral adm adm.
commander cmdr marshal brigadier leader dictator activist actor actress singer musician author writer novelist poet painter artist composer conductor journalist
reporter correspondent editor columnist coach manager striker midfielder defender goalkeeper quarterback pitcher champion economist historian scientist
physicist chemist biologist philosopher mathematician engineer astronaut architect designer photographer doctor surgeon nurse teacher student widow wife husband
son daughter mother brother uncle aunt cousin grandson nephew niece fiance girlfriend boyfriend former ex-president crown deputy acting then-president mp`);

/** The word that says what kind of place a name is: "River Thames", "Oxford Street". */
export const placeHeads = words(`
airport alley archipelago area avenue ave ave. basin bay beach blvd blvd. boulevard bridge camp canal canyon cape castle cathedral cave cemetery city coast
colony continent cove county creek crossing dam delta desert district drive falls fjord forest fort garden gardens glacier gulf harbor harbour heights highway
highlands hill hills hotel island islands isle isles junction kingdom lake lakes land lane mall market mount mountain mountains mt mt. municipality neighborhood
neighbourhood oasis ocean park parish pass peak peninsula plain plains plateau plaza point pond port prefecture province railroad range ranch
region republic reservoir ridge river road rd rd. sea settlement shire shore springs square st st. station state states strait straits strip street suburb
territory territories tower town township trail tunnel valley village volcano wadi ward well wells woods zone zoo north south east west northern southern eastern
western central upper lower greater new`);

export const monthsAndDays = words(`
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun.
jul. aug. sep. sept. oct. nov. dec. monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
mon tue wed thu fri sat sun christmas easter ramadan`);

/** Particles inside people's names. */
export const nameParticles = words(
  "al el bin ibn bint abu abd abdel abdul ben van der den de du da di del della dos von zu la le ter ten st mac ould ag y e san",
);

export const nationalities = words(`
afghan albanian algerian american andorran angolan arab argentine argentinian armenian asian australian austrian azerbaijani azeri bahraini bangladeshi
basque belarusian belgian belgians belizean bengali bhutanese bolivian bosnian brazilian british briton britons bulgarian burmese burundian cambodian cameroonian canadian catalan
chadian chechen chilean chinese colombian congolese cossack croatian croat cuban cypriot czech danish dane dominican dutch ecuadorean ecuadorian egyptian emirati
english englishman eritrean estonian ethiopian european fijian filipino finnish finn flemish french frenchman gabonese gambian georgian german ghanaian greek guatemalan
guinean guyanese haitian honduran hungarian icelandic indian indonesian iranian iraqi irish irishman israeli italian ivorian jamaican japanese jewish jew jordanian kashmiri
kazakh kenyan korean kosovar kurd kurdish kuwaiti kyrgyz laotian latin latvian lebanese liberian libyan lithuanian macedonian malagasy malawian malaysian
maldivian malian maltese mauritanian mexican moldovan mongolian montenegrin moroccan mozambican muslim namibian nepalese nepali nicaraguan nigerian nigerien norwegian omani
pakistani palestinian panamanian paraguayan pashtun persian peruvian polish pole portuguese qatari quebecois roman romanian russian rwandan salvadoran saudi scot scottish
senegalese serb serbian shia shiite shi'ite sierra singaporean slovak slovenian slovene somali soviet spaniard spanish sudanese sunni swede swedish swiss syrian taiwanese tajik
tamil tanzanian thai tibetan togolese tunisian turk turkish turkmen ugandan ukrainian uruguayan uyghur uighur uzbek venezuelan vietnamese welsh western yemeni yugoslav zambian
zimbabwean zulu christian catholic protestant orthodox buddhist hindu sikh islamic islamist communist democrat democratic republican liberal conservative
labour socialist afghans americans arabs australians austrians brazilians canadians chechens colombians croats cubans czechs danes democrats
egyptians europeans filipinos finns germans greeks haitians hungarians indians indonesians iranians iraqis israelis italians jews jordanians kenyans koreans kurds
kuwaitis libyans mexicans muslims nigerians norwegians pakistanis palestinians poles republicans romanians russians saudis scots serbs shias shiites
spaniards sudanese sunnis swedes syrians taliban tamils thais tibetans turks ukrainians venezuelans yemenis zimbabweans christians catholics`);

/** Bodies known all over the world by one word. */
export const knownOrganizations = words(`
hamas hezbollah hizbollah hizbullah fatah taliban isis isil al-qaeda al-qaida qaeda qaida plo idf mossad shin irgc farc eta ira nato un u.n. unesco unicef unhcr who imf wto iaea opec
oecd asean ecowas interpol europol eu e.u. fifa uefa ioc wada nba nfl nhl mlb nascar icc cia fbi nsa dea irs fda epa faa fcc nasa cdc nih pentagon fema usaid tsa doj dhs ftc sec
gop dnc rnc aclu naacp nra afl-cio kgb fsb gru mi5 mi6 gchq bbc cnn cnbc nbc abc cbs fox pbs npr msnbc reuters afp ap upi xinhua tass itar-tass interfax ria bloomberg
axios politico haaretz ynet kan al-jazeera jazeera al-arabiya arabiya telesur rai ard zdf microsoft google apple amazon facebook meta twitter youtube instagram tiktok
netflix uber lyft airbnb spotify intel ibm oracle cisco nvidia amd qualcomm samsung sony toshiba panasonic hitachi huawei lenovo xiaomi tencent alibaba baidu nokia ericsson siemens
bosch bmw volkswagen audi porsche daimler mercedes mercedes-benz renault peugeot citroen fiat chrysler ford toyota honda nissan mazda mitsubishi hyundai kia tesla volvo saab boeing
airbus lockheed northrop raytheon bombardier embraer rolls-royce exxon exxonmobil chevron shell bp total gazprom rosneft lukoil yukos aramco petrobras pemex eni repsol statoil walmart wal-mart target
costco ikea tesco carrefour mcdonald's starbucks coca-cola pepsi pepsico nestle unilever danone kraft heinz pfizer moderna astrazeneca novartis roche merck bayer sanofi gsk
citigroup citibank jpmorgan hsbc barclays ubs enron worldcom verizon at&t t-mobile vodafone telefonica comcast disney viacom warner universal paramount lufthansa
ryanair easyjet qantas aeroflot fedex ups dhl adidas nike puma reebok chelsea arsenal liverpool everton juventus barcelona benfica ajax lakers celtics knicks yankees mets dodgers cubs
patriots cowboys steelers packers broncos eagles giants greenpeace oxfam amnesty unrwa osce mercosur apec icrc kremlin likud zanu-pf anc ukip snp dup sdlp cdu spd fdp afd csu psoe
syriza podemos bjp ltte mdc hdz akp chp pkk ypg sdf fsa swapo frelimo renamo unita mpla m23 boko al-shabab al-shabaab shabab houthis wagner wikileaks harvard yale stanford mit oxford cambridge princeton`);

/** Bodies of several words. */
export const organizationPhrases = phrases(`
united nations; u.n. security council; security council; general assembly; european union; european commission; european parliament; european central bank; council of europe; african union; arab league;
white house; state department; justice department; defense department; treasury department; department of justice; department of state; department of defense; homeland security; supreme court; high court;
house of representatives; house of commons; house of lords; downing street; foreign office; foreign ministry; interior ministry; defense ministry; defence ministry; finance ministry; federal reserve;
world bank; international monetary fund; world health organization; world trade organization; international criminal court; international court of justice; red cross; red crescent; amnesty international;
human rights watch; doctors without borders; save the children; islamic jihad; palestinian authority; palestine liberation organization; muslim brotherhood; islamic state; boko haram; al qaeda; al qaida; al shabab;
israel defense forces; israeli defense forces; revolutionary guard; revolutionary guards; national guard; coast guard; air force; marine corps; secret service; scotland yard; shin bet; likud party;
democratic party; republican party; labour party; conservative party; communist party; liberal democrats; green party; socialist party; bharatiya janata party; african national congress; sinn fein;
associated press; new york times; washington post; wall street journal; los angeles times; financial times; daily telegraph; daily mail; the guardian; usa today; al jazeera; fox news; sky news; abc news; nbc news; cbs news;
bbc news; channel 4; voice of america; radio free europe; agence france-presse; kyodo news; jerusalem post; times of israel; atlantic council; brookings institution; heritage foundation; rand corporation; general motors; general electric;
goldman sachs; morgan stanley; bank of america; bank of england; bank of japan; deutsche bank; credit suisse; lehman brothers; wells fargo; british airways; british petroleum; royal dutch shell; time warner; walt disney;
warner bros; manchester united; manchester city; real madrid; bayern munich; inter milan; ac milan; new york yankees; boston red sox; los angeles lakers; chicago bulls; dallas cowboys; new england patriots;
world wildlife fund; national security council; national security agency; central intelligence agency; federal bureau of investigation; environmental protection agency; food and drug administration; capitol hill;
muslim council of britain; church of england; catholic church; orthodox church; olympic committee; football association; premier league; major league baseball; national basketball association; national football league`);

export const regions = words(`
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota
mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan yukon
nunavut queensland tasmania victoria england scotland wales ulster bavaria saxony hesse catalonia andalusia galicia tuscany sicily sardinia lombardy normandy brittany provence corsica crimea donbas
donetsk luhansk kherson zaporizhzhia chechnya dagestan ingushetia abkhazia ossetia siberia kashmir punjab bihar kerala gujarat rajasthan karnataka sindh balochistan baluchistan waziristan tibet xinjiang sichuan hunan guangdong
hokkaido okinawa aceh java sumatra borneo bali mindanao luzon darfur kordofan somaliland puntland tigray oromia kurdistan anbar helmand kandahar sinai galilee golan judea samaria gaza balkans
caucasus levant maghreb sahel scandinavia europe asia africa america antarctica oceania australasia eurasia caribbean mediterranean atlantic pacific arctic baltic adriatic
britain uk u.k. us u.s. usa u.s.a. uae u.a.e. drc ussr u.s.s.r. yugoslavia czechoslovakia burma kosovo palestine taiwan persia prussia mesopotamia holland`);

export const placePhrases = phrases(`
united states; united states of america; united kingdom; united arab emirates; great britain; northern ireland; soviet union; south korea; north korea; west bank; gaza strip; golan heights; middle east; east jerusalem; west africa; east africa;
central asia; south asia; southeast asia; latin america; central america; south america; north america; eastern europe; western europe; new york city; new york; new jersey; new hampshire; new mexico; north carolina; south carolina; north dakota;
south dakota; west virginia; rhode island; washington d.c.; washington dc; district of columbia; hong kong; new zealand; papua new guinea; sri lanka; saudi arabia; sierra leone; ivory coast; cape verde; costa rica; el salvador; puerto rico; dominican republic;
czech republic; south africa; south sudan; burkina faso; equatorial guinea; san marino; vatican city; holy see; bosnia and herzegovina; trinidad and tobago; antigua and barbuda; democratic republic of congo; republic of ireland; new south wales;
british columbia; nova scotia; new brunswick; red sea; black sea; dead sea; south china sea; persian gulf; indian ocean; pacific ocean; atlantic ocean; mediterranean sea; caspian sea; suez canal; panama canal; strait of hormuz;
silicon valley; wall street; times square; tiananmen square; tahrir square; central park; hyde park; guantanamo bay; abu ghraib; horn of africa; cape town; tel aviv; khan younis; ramat gan; addis ababa; buenos aires; rio de janeiro; sao paulo;
kuala lumpur; phnom penh; ho chi minh city; los angeles; san francisco; san diego; las vegas; st. petersburg; st. louis; west side; east coast; west coast; mar-a-lago`);
