var searchData=
[
  ['yield_5fturn_0',['yield_turn',['../group__tasks.html#gacba839f6aa8fa47cf39c89e30dfed5b3',1,'eyeballs']]]
];
