var searchData=
[
  ['start_5fresult_0',['start_result',['../group__tasks.html#ga559f071ca4f0b67f077343a23954b022',1,'eyeballs']]]
];
