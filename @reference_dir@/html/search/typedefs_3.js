var searchData=
[
  ['result_0',['result',['../group__tasks.html#ga0ab7093b53a0c3e20dd4bf328deee0a1',1,'eyeballs']]]
];
