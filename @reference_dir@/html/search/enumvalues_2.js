var searchData=
[
  ['connected_0',['connected',['../group__trace.html#gga17ecc9091a4321c0264aae733f716ed2a06aa6fa8bdc2078e7e1bd903e70c8f6a',1,'eyeballs']]]
];
