// What questions are made of, in both languages.

// Words that ask or join, of which a page need not have any; longer ones before those that they begin with.
const ASKING = /请问|为什么|为[啥何]|[是有]?什么(?:意思|是)?|啥(?:意思)?|怎[么样]办?|如何|咋|有?哪[些个种里]|多[少大长久]|[是能可]否|有没有|[是会要能]不[是会要能]|吗|呢/;
const JOINING = new RegExp(ASKING.source + "|一[个下]|应该|需要|可以|时候|[这那][个些]|[的了与和跟及吧啊呀]");
const QUESTION = "how what why when where which who is are do does can should explain difference";
const ASKS = new RegExp("^(" + QUESTION.replace(/ /g, "|") + ") | (why|how|which) ");
const DEFINING = /^(?!.*(为什么|怎么|why|how)).*(什么|what)/;
const SMALL = new Set((QUESTION + " a an the of to in on for and or did have it with between vs by from as at that this you we i me my need many differ mean means happens during really into than then there be was will would could your our they them").split(" "));
