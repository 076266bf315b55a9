System.Console.WriteLine("plans | tick");
