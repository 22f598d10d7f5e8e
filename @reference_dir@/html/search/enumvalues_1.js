var searchData=
[
  ['began_0',['began',['../group__by__name.html#gga2d2d6bd8581f0b742b817b5e98283e0da727a181a78a6a5fb370f2cbd7f3e79ad',1,'eyeballs']]]
];
