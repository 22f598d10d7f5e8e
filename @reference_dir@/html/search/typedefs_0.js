var searchData=
[
  ['duration_0',['duration',['../group__tasks.html#gac082b9a5408de621be64afb99a442963',1,'eyeballs']]]
];
